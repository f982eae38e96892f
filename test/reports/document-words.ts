import assert from 'node:assert/strict';
import type {Block, Chapter, Document, Table} from '../../source/reports/document.js';

/** A chapter by its id; fails where the document has none. */
export function chapterIn({chapters}: Document, id: string): Chapter {
	return chapters.find(chapter => chapter.id === id) ?? assert.fail(`no chapter ${id}`);
}

/** The tables of a chapter. */
export function tablesIn({blocks}: Chapter): readonly Table[] {
	return blocks.filter(block => block.kind === 'table');
}

/** Every word of a chapter, a line for each paragraph, fact or row. */
export function wordsIn({title, blocks}: Chapter): string {
	return [title, ...blocks.flatMap(linesOf)].join('\n');
}

function linesOf(block: Block): readonly string[] {
	switch (block.kind) {
		case 'paragraph':
			return [block.text];
		case 'list':
			return block.items;
		case 'facts':
			return block.facts.map(([name, text]) => `${name}: ${text}`);
		case 'lines':
			return block.lines;
		case 'table':
			return [
				block.caption,
				block.columns.join(' | '),
				...block.rows.map(row => row.map(({text}) => text).join(' | ')),
			];
	}
}

/** Every word of a document. */
export function allWordsIn(document: Document): string {
	const facts = document.facts.map(([name, text]) => `${name}: ${text}`);
	return [document.title, ...facts, ...document.chapters.map(wordsIn)].join('\n');
}
