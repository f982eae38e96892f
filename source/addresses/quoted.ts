/**
 * A text from outside, in quotation marks, as it may stand in a message: control and
 * invisible characters are spelled out, and what is very long is cut.
 */
export function quoted(text: string): string {
	const visible = text.replaceAll(
		/[\p{C}\p{Zl}\p{Zp}]/gu,
		character => `\\u{${character.codePointAt(0)?.toString(16)}}`,
	);
	return `"${visible.length > most ? `${visible.slice(0, most)}…` : visible}"`;
}

const most = 80;
