import type {Block, Document} from '../document.js';
import {wrap} from '../wrap.js';
import {plainFacts} from './plain-facts.js';
import {plainTable} from './plain-table.js';
import {keepingSpaces, onOneLine} from './words.js';

/** A document for a terminal or a mail: no line is wider than `width`, but those of code. */
export function toPlain({title, facts, chapters}: Document, width: number): string {
	const parts = [
		heading(title, '=', width),
		plainFacts(facts, width),
		...chapters.flatMap(chapter => [
			heading(chapter.title, '-', width),
			...chapter.blocks.map(block => plainOf(block, width)),
		]),
	];
	return parts
		.filter(({length}) => length > 0)
		.map(lines => `${lines.join('\n')}\n`)
		.join('\n');
}

function plainOf(block: Block, width: number): readonly string[] {
	switch (block.kind) {
		case 'paragraph':
			return wrap(onOneLine(block.text), width);
		case 'list':
			return block.items.flatMap(item => listItem(item, width));
		case 'facts':
			return plainFacts(block.facts, width);
		case 'table':
			return plainTable(block, width);
		case 'lines':
			return block.lines.map(line => `    ${keepingSpaces(line)}`.trimEnd());
	}
}

function heading(text: string, rule: string, width: number): readonly string[] {
	const lines = wrap(onOneLine(text), width);
	return [...lines, rule.repeat(Math.max(0, ...lines.map(({length}) => length)))];
}

function listItem(text: string, width: number): readonly string[] {
	return wrap(onOneLine(text), width - 2).map(
		(line, index) => `${index === 0 ? '- ' : '  '}${line}`,
	);
}
