import {onOneLine} from './words.js';

/** Words that are to be read as they are, wherever they stand but at the start of a line. */
export function markdownWords(text: string): string {
	return onOneLine(text)
		.split(/([\s`|\\]+)/)
		.map(word => (linking.test(word) ? asCode(word) : escaped(word)))
		.join('');
}

/** Words at the start of a line, where some signs mean a list, a heading or a quotation. */
export function markdownLine(text: string): string {
	return markdownWords(text)
		.replace(/^[-+=>]/, String.raw`\$&`)
		.replace(/^(\d+)([.)])(?= |$)/, String.raw`$1\$2`);
}

/**
 * GitHub makes links of bare URLs and mail addresses, escaped or not, and mentions of
 * what follows an `@`; not so of code.
 */
const linking = /[a-z]:\/\/|www\.|@|mailto:|xmpp:/i;

/** What ends a sentence is no part of the word. */
function asCode(word: string): string {
	const end = /(?<![,.;:!?])[,.;:!?]*$/.exec(word)?.[0] ?? '';
	return `\`${word.slice(0, word.length - end.length)}\`${end}`;
}

function escaped(text: string): string {
	return text
		.replaceAll(/[\\`*[\]<|~#{$]/g, String.raw`\$&`)
		.replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\_`)
		.replaceAll(/&(?=[#\w]+;)/g, String.raw`\&`);
}
