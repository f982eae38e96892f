import {inFigures} from '../../in-figures.js';
import {plainText} from '../../plain-text.js';
import type {Cell, Chapter, Table} from '../../reports/document.js';
import {firstFew} from '../../reports/list-in-words.js';
import type {AnswerValues, RowComparison, RowGroup} from '../comparison.js';
import {serversInWords} from './servers-in-words.js';
import {standingInWords, verdictOf} from './standing-in-words.js';

/** How the servers differ in one row, and why: side by side, or a line for each group. */
export function rowChapter(
	row: RowComparison,
	{number, all}: {readonly number: number; readonly all: number},
): Chapter {
	const shown = row.groups.slice(0, mostShown);
	const left = row.groups.length - shown.length;
	return {
		id: `row-${number}`,
		title: nameOfRow(row),
		blocks: [
			...(row.usage === ''
				? []
				: [{kind: 'paragraph', text: plainText(row.usage, 160)} as const]),
			tableOf(row.id, shown, all),
			...(left === 0
				? []
				: [
						{
							kind: 'paragraph',
							text: `It stands in ${inFigures(left)} other ways on the rest of them.`,
						} as const,
					]),
		],
	};
}

/** `sql-tcp, 1433 TCP` */
export function nameOfRow({id, port}: RowComparison): string {
	return [id, port].filter(Boolean).join(', ');
}

/** Nobody reads more; the JSON has all of them. */
const mostShown = 20;
/** More columns than these and their names are not read side by side. */
const mostSideBySide = 3;

/** What is told of each group: a name, and a cell for each. */
type Lines = ReadonlyArray<readonly [name: string, ...cells: Cell[]]>;

function tableOf(id: string, groups: readonly RowGroup[], all: number): Table {
	const lines: Lines = [
		['Servers', ...groups.map(({servers}) => ({text: serversInWords(servers, all)}))],
		['State', ...groups.map(stateCell)],
		['Seen', ...groups.map(({seen}) => ({text: firstFew(seen)}))],
		['Rule', ...groups.map(({value}) => ({text: value?.rule ?? ''}))],
		...(groups[0]?.answers ?? []).map(({path}): Lines[number] => [
			path,
			...groups.map(({answers}) => ({text: valuesInWords(path, answers)})),
		]),
	];
	const caption = `How ${id} stands`;
	const told = lines.filter(([, ...cells]) => cells.some(({text}) => text !== ''));
	return groups.length <= mostSideBySide
		? sideBySide(caption, told)
		: lineForEach(caption, told, groups.length);
}

function sideBySide(caption: string, [head = [''], ...lines]: Lines): Table {
	const [name, ...servers] = head;
	return {
		...{kind: 'table', caption},
		columns: [name, ...servers.map(({text}) => text)],
		rows: lines.map(([of, ...cells]) => [{text: of}, ...cells]),
	};
}

function lineForEach(caption: string, lines: Lines, count: number): Table {
	return {
		...{kind: 'table', caption},
		columns: lines.map(([name]) => name),
		rows: Array.from({length: count}, (_, index) =>
			lines.map(([, ...cells]) => cells[index] ?? {text: ''}),
		),
	};
}

function stateCell({value}: RowGroup): Cell {
	const verdict = verdictOf(value);
	return {text: standingInWords(value), ...(verdict === undefined ? {} : {verdict})};
}

function valuesInWords(path: string, answers: readonly AnswerValues[]): string {
	const {values = []} = answers.find(answer => answer.path === path) ?? {};
	return values.length > 3
		? `${inFigures(values.length)} different ones`
		: values.join('; ');
}
