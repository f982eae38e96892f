import {createHash} from 'node:crypto';
import style from '../../../assets/document.css';
import type {Chapter, Document} from '../document.js';
import {htmlBlock, htmlFacts} from './html-blocks.js';
import {escapeHtml, htmlWords} from './html-words.js';
import {paperStyle} from './paper-style.js';
import {onOneLine} from './words.js';

/** Fewer chapters are found without a list of them. */
const fewestListed = 4;

/** A document as one page that needs nothing else, for the screen and for paper. */
export function toHtml(document: Document): string {
	const {title, facts, chapters} = document;
	const css = `\n${style}${paperStyle(document)}\n`;
	const isLong = chapters.length >= fewestListed;
	return [
		'<!doctype html>',
		'<html lang="en">',
		'<head>',
		'<meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="${policyFor(css)}">`,
		'<meta name="referrer" content="no-referrer">',
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		'<meta name="color-scheme" content="light dark">',
		`<title>${escapeHtml(onOneLine(title))}</title>`,
		`<style>${css}</style>`,
		'</head>',
		`<body${isLong ? ' class="long"' : ''}>`,
		'<a class="skip" href="#chapters">Skip to the text</a>',
		`<header>\n<h1>${htmlWords(title)}</h1>\n${htmlFacts(facts)}\n</header>`,
		...(isLong ? [contents(chapters)] : []),
		`<main id="chapters" tabindex="-1">\n${chapters.map(htmlChapter).join('')}</main>`,
		'</body>',
		'</html>',
		'',
	].join('\n');
}

/** Nothing may be loaded or run, and no style is followed but the page's own. */
function policyFor(css: string): string {
	const hash = createHash('sha256').update(css).digest('base64');
	return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function contents(chapters: readonly Chapter[]): string {
	const items = chapters.map(
		({id, title}) => `<li><a href="#${escapeHtml(id)}">${htmlWords(title)}</a></li>\n`,
	);
	return `<nav aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n<ol>\n${items.join('')}</ol>\n</nav>`;
}

function htmlChapter({id, title, blocks}: Chapter): string {
	return `<section id="${escapeHtml(id)}">\n<h2>${htmlWords(title)}</h2>\n${blocks.map(htmlBlock).join('\n')}\n</section>\n`;
}
