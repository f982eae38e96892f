import type {Block, Cell, DocumentFact, Table} from '../document.js';
import {escapeHtml, htmlWords} from './html-words.js';
import {keepingSpaces, onOneLine} from './words.js';

export function htmlBlock(block: Block): string {
	switch (block.kind) {
		case 'paragraph':
			return `<p>${htmlWords(block.text)}</p>`;
		case 'list':
			return `<ul>\n${block.items.map(item => `<li>${htmlWords(item)}</li>\n`).join('')}</ul>`;
		case 'facts':
			return htmlFacts(block.facts);
		case 'table':
			return htmlTable(block);
		case 'lines':
			return `<pre><code>${escapeHtml(block.lines.map(keepingSpaces).join('\n'))}</code></pre>`;
	}
}

/** Names with their texts; what has no name stands under the one before it. */
export function htmlFacts(facts: readonly DocumentFact[]): string {
	const parts = facts.map(([name, text]) =>
		name === ''
			? `<dd>${htmlWords(text)}</dd>\n`
			: `<dt>${htmlWords(name)}</dt>\n<dd>${htmlWords(text)}</dd>\n`,
	);
	return parts.length === 0 ? '' : `<dl>\n${parts.join('')}</dl>`;
}

/** It may be wider than the screen; so it can be scrolled, by keys as well. */
function htmlTable({caption, columns, rows}: Table): string {
	const heads = columns.map(column => `<th scope="col">${htmlWords(column)}</th>`);
	const lines = rows.map(row => columns.map((_, index) => htmlCell(row[index])).join(''));
	return [
		`<div class="table" role="group" aria-label="${escapeHtml(onOneLine(caption))}" tabindex="0">`,
		`<table>\n<caption>${htmlWords(caption)}</caption>`,
		`<thead>\n<tr>${heads.join('')}</tr>\n</thead>`,
		`<tbody>\n${lines.map(line => `<tr>${line}</tr>\n`).join('')}</tbody>`,
		'</table>\n</div>',
	].join('\n');
}

function htmlCell(cell: Cell | undefined): string {
	const words = htmlWords(cell?.text ?? '');
	return cell?.verdict === undefined
		? `<td>${words}</td>`
		: `<td><span class="verdict ${cell.verdict}">${words}</span></td>`;
}
