import {wrap} from '../../reports/wrap.js';

/** Some of the roff of a manual page, by the macros of man(7). */
export type Roff = readonly string[];

const special: Readonly<Record<string, string>> = {
	'\\': '\\(rs',
	'-': '\\-',
	"'": '\\(aq',
	'"': '\\(dq',
	'`': '\\(ga',
	'^': '\\(ha',
	'~': '\\(ti',
};

/** Any text: nothing in it is read as roff, wherever in a line it stands. */
export function text(words: string): string {
	return words
		.replaceAll(/[\s\p{Cc}]+/gu, ' ')
		.replaceAll(/[\\\-'"`^~]/g, character => special[character] ?? character)
		.replaceAll(
			/[^ -~]/gu,
			character =>
				`\\[u${codeOf(character).toString(16).toUpperCase().padStart(4, '0')}]`,
		)
		.replace(/^[.]/, '\\&.');
}

/** The same in lines of a width that is good to read in the file itself. */
function textLines(words: string): Roff {
	return wrap(words, 72).map(text);
}

function codeOf(character: string): number {
	return character.codePointAt(0) ?? 0;
}

/** What is typed as it stands. */
export function bold(words: string): string {
	return `\\fB${text(words)}\\fR`;
}

/** What somebody else's word takes the place of. */
export function italic(words: string): string {
	return `\\fI${text(words)}\\fR`;
}

/** @param title in capitals */
export function section(title: string, ...parts: readonly Roff[]): Roff {
	const [first = '', ...rest] = parts.flat();
	// The heading begins a paragraph already.
	return [`.SH ${text(title)}`, ...(first === '.PP' ? [] : [first]), ...rest];
}

/** @param title roff already */
export function subsection(title: string, ...parts: readonly Roff[]): Roff {
	const [first = '', ...rest] = parts.flat();
	return [`.SS "${title}"`, ...(first === '.PP' ? [] : [first]), ...rest];
}

export function paragraph(words: string): Roff {
	return ['.PP', ...textLines(words)];
}

/**
 * A term, and what it means below it.
 * @param term roff already
 */
export function entry(term: string, words: string): Roff {
	return ['.TP', term, ...textLines(words)];
}
