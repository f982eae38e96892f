/**
 * Words from the network as they may stand on a terminal or in a document: one line, no
 * control characters, no terminal escapes, nothing invisible, and not endless.
 * @param most how many characters are kept
 */
export function plainText(text: string, most = 200): string {
	const plain = text
		.replaceAll(ansiSequence, '')
		.replaceAll(/[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]+/gu, ' ')
		.trim();
	return plain.length > most ? `${cut(plain, most)}…` : plain;
}

/** Never in the middle of a letter: half of one cannot be shown. */
function cut(text: string, most: number): string {
	return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}

// ECMA-48: CSI sequences, and strings like OSC up to their end.
const ansiSequence =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
	/(?:\u001b\[|\u009b)[\u0030-\u003f]*[\u0020-\u002f]*[\u0040-\u007e]|\u001b[\]P^_X][^\u0007\u001b]*(?:\u0007|\u001b\\)?/g;
