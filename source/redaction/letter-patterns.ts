import {Buffer} from 'node:buffer';

/** Long words are broken into lines by mail, by certificates and by logs. */
const lineBreak = String.raw`(?:\r?\n[\t ]{0,16})?`;

/** A regular expression for a text as it is, be it broken into lines. */
export function literally(text: string): string {
	return [...text].map(escaped).join(lineBreak);
}

/**
 * The same for a text of which URLs, JSON, XML, SQL or a shell have encoded some letters,
 * whichever they were.
 */
export function howeverWritten(text: string): string {
	return [...text].map(letterPattern).join(lineBreak);
}

function letterPattern(letter: string): string {
	if (/^[a-z\d]$/i.test(letter)) {
		return letter;
	}

	const ways = [
		// Once more escaped where one text stands inside another.
		letter === '\\' ? String.raw`\\{1,8}` : String.raw`\\{0,8}${escaped(letter)}`,
		inUrl(letter),
		inJson(letter),
		...(others[letter] ?? []),
	];
	return `(?:${ways.join('|')})`;
}

const others: Readonly<Record<string, readonly string[]>> = {
	' ': [String.raw`\+`],
	'&': ['&amp;'],
	'<': ['&lt;'],
	'>': ['&gt;'],
	'"': ['&quot;', '""'],
	"'": ['&#39;', '&apos;', "''"],
	'\n': [String.raw`\\{1,8}n`],
	'\r': [String.raw`\\{1,8}r`],
	'\t': [String.raw`\\{1,8}t`],
};

function inUrl(letter: string): string {
	return [...Buffer.from(letter)].map(byte => `%${eitherCase(byte, 2)}`).join('');
}

/** By UTF-16 units, of which some letters are two. */
function inJson(letter: string): string {
	return Array.from(
		{length: letter.length},
		(_, index) => String.raw`\\{1,8}u${eitherCase(letter.charCodeAt(index), 4)}`,
	).join('');
}

function eitherCase(code: number, digits: number): string {
	return code
		.toString(16)
		.padStart(digits, '0')
		.replaceAll(/[a-f]/g, digit => `[${digit}${digit.toUpperCase()}]`);
}

function escaped(letter: string): string {
	return letter.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
