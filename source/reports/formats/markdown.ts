import type {Block, Cell, Document, DocumentFact, Table} from '../document.js';
import {markdownLine, markdownWords} from './markdown-words.js';
import {keepingSpaces, onOneLine} from './words.js';

/**
 * A document for tickets and wikis (GitHub-flavoured Markdown), to be read as it stands as
 * well. A paragraph is one line: in a ticket a break within one would be seen.
 */
export function toMarkdown({title, facts, chapters}: Document): string {
	const parts = [
		`# ${markdownWords(title)}`,
		listOfFacts(facts),
		...chapters.flatMap(chapter => [
			`## ${markdownWords(chapter.title)}`,
			...chapter.blocks.map(markdownOf),
		]),
	];
	return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function markdownOf(block: Block): string {
	switch (block.kind) {
		case 'paragraph':
			return markdownLine(block.text);
		case 'list':
			return block.items.map(item => `- ${markdownLine(item)}`).join('\n');
		case 'facts':
			return listOfFacts(block.facts);
		case 'table':
			return tableOf(block);
		case 'lines':
			return fenced(block.lines.map(keepingSpaces));
	}
}

/** An empty item under a text would make a heading of it, so there is none. */
function listOfFacts(facts: readonly DocumentFact[]): string {
	return facts
		.filter(([name, text]) => name !== '' || onOneLine(text) !== '')
		.map(([name, text]) =>
			name === ''
				? `  - ${markdownLine(text)}`
				: `- ${bold(`${name}:`)} ${markdownWords(text)}`.trimEnd(),
		)
		.join('\n');
}

function tableOf({caption, columns, rows}: Table): string {
	const lines = [
		columns.map(markdownWords),
		...rows.map(row => columns.map((_, index) => cellOf(row[index]))),
	];
	const widths = paddedWidths(columns.map((_, index) => widestIn(lines, index)));
	const [header = '', ...body] = lines.map(
		line =>
			`| ${line.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`,
	);
	const rule = `| ${widths.map(width => '-'.repeat(Math.max(3, width))).join(' | ')} |`;
	return [bold(caption), '', header, rule, ...body].join('\n');
}

/** Cells stand under each other only where no line of a mail is torn apart by that. */
function paddedWidths(widths: readonly number[]): readonly number[] {
	const total = widths.reduce((sum, width) => sum + width + 3, 1);
	return total <= widestPadded ? widths : widths.map(() => 0);
}

const widestPadded = 100;

function widestIn(lines: ReadonlyArray<readonly string[]>, index: number): number {
	return lines.reduce((width, line) => Math.max(width, line[index]?.length ?? 0), 3);
}

function cellOf(cell: Cell | undefined): string {
	const isGrave = cell?.verdict === 'fail' || cell?.verdict === 'warn';
	const text = cell?.text ?? '';
	return isGrave ? bold(text) : markdownWords(text);
}

function bold(text: string): string {
	const words = markdownWords(text);
	return words === '' ? '' : `**${words}**`;
}

/** In a fence that is longer than any in it, so that none of the lines ends it. */
function fenced(lines: readonly string[]): string {
	const longest = Math.max(
		2,
		...(lines.join('\n').match(/`+/g) ?? []).map(({length}) => length),
	);
	const fence = '`'.repeat(longest + 1);
	return [fence, ...lines, fence].join('\n');
}
