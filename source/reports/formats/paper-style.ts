import {plainText} from '../../plain-text.js';
import type {Document} from '../document.js';

/** More columns than this are not read on an upright page. */
const mostUpright = 5;

/** There is room for two lines above the text, not for a title without an end. */
const mostInMargin = 80;

/** What stands in the margins of the paper: what it is, of when, and which page. */
export function paperStyle(document: Document): string {
	const when =
		document.facts.find(([, text]) => /\d{4}-\d{2}-\d{2}/.test(text))?.[1] ?? '';
	return [
		`@page {size: A4${isWide(document) ? ' landscape' : ''}}`,
		`@page {@top-left {content: ${cssString(document.title)}}}`,
		`@page {@top-right {content: ${cssString(when)}}}`,
	].join('\n');
}

function isWide({chapters}: Document): boolean {
	return chapters
		.flatMap(({blocks}) => blocks)
		.some(block => block.kind === 'table' && block.columns.length > mostUpright);
}

/** Everything but letters by its number, so that nothing ends the string, or the style. */
function cssString(text: string): string {
	const encoded = plainText(text, mostInMargin).replaceAll(
		/[^a-z\d ]/giu,
		sign => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `,
	);
	return `"${encoded}"`;
}
