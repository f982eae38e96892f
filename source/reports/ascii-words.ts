import {plainText} from '../plain-text.js';

/** How signs are written where there is no more than ASCII. */
const signs: ReadonlyArray<readonly [signs: RegExp, ascii: string]> = [
	[/[‘’‚‛′]/g, "'"],
	[/[“”„‟«»″]/g, '"'],
	[/[‐‑‒–—―−]/g, '-'],
	[/[·•]/g, '-'],
];

/**
 * Words of others for a text that is mailed, photographed or scanned: one line, and nothing
 * but ASCII, which every mail program and every console shows alike and from left to right.
 * Letters lose their accents; what is left becomes a question mark.
 * @param most how many characters are kept
 */
export function asciiWords(text: string, most?: number): string {
	return signs
		.reduce(
			(words, [sign, ascii]) => words.replaceAll(sign, ascii),
			plainText(text, most),
		)
		.normalize('NFKD')
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/[^ -~]/gu, '?');
}
