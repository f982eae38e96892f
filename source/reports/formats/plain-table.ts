import type {Table} from '../document.js';
import {wrap} from '../wrap.js';
import {columnWidths} from './column-widths.js';
import {plainFacts} from './plain-facts.js';
import {onOneLine} from './words.js';

const gap = '  ';

/** Beside taller cells, the eye loses the row. */
const mostLines = 4;

/** A table side by side where it can be read so, otherwise a paragraph for each row. */
export function plainTable(
	{caption, columns, rows}: Table,
	width: number,
): readonly string[] {
	const header = columns.map(onOneLine);
	const cells = rows.map(row =>
		columns.map((_, index) => onOneLine(row[index]?.text ?? '')),
	);
	return [
		...wrap(onOneLine(caption), width),
		'',
		...(sideBySide(header, cells, width) ?? rowByRow(header, cells, width)),
	];
}

function sideBySide(
	header: readonly string[],
	cells: ReadonlyArray<readonly string[]>,
	width: number,
): readonly string[] | undefined {
	const room = width - gap.length * (header.length - 1);
	const widths = columnWidths([header, ...cells], room) ?? [];
	const rows = cells.map(row => rowOf(row, widths));
	if (widths.length === 0 || rows.some(({length}) => length > mostLines)) {
		return undefined;
	}

	// Rows of several lines need air between them to be told apart.
	const isAiry = rows.some(({length}) => length > 1);
	return [
		...rowOf(header, widths),
		widths.map(columns => '-'.repeat(columns)).join(gap),
		...rows.flatMap((lines, index) => (isAiry && index > 0 ? ['', ...lines] : lines)),
	];
}

function rowOf(cells: readonly string[], widths: readonly number[]): readonly string[] {
	const wrapped = cells.map((cell, index) => wrap(cell, widths[index] ?? 1));
	const height = Math.max(1, ...wrapped.map(({length}) => length));
	return Array.from({length: height}, (_, line) =>
		wrapped
			.map((lines, index) => (lines[line] ?? '').padEnd(widths[index] ?? 0))
			.join(gap)
			.trimEnd(),
	);
}

function rowByRow(
	header: readonly string[],
	cells: ReadonlyArray<readonly string[]>,
	width: number,
): readonly string[] {
	return cells.flatMap((row, index) => [
		...(index === 0 ? [] : ['']),
		...plainFacts(
			row.map((text, column) => [header[column] ?? '', text] as const),
			width,
		),
	]);
}
