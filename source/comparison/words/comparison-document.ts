import {formatMoment} from '../../moment.js';
import {counted} from '../../reports/counted.js';
import type {Block, Chapter, Document, DocumentFact} from '../../reports/document.js';
import {listInWords} from '../../reports/list-in-words.js';
import type {Comparison, RowComparison} from '../comparison.js';
import type {Unread} from '../unread.js';
import {groupsInWords} from './groups-in-words.js';
import {nameOfRow, rowChapter} from './row-chapter.js';
import {standingInWords} from './standing-in-words.js';

/** What differs between servers, for whoever asks why it works on one of them only. */
export function comparisonDocument(
	comparison: Comparison,
	unread: readonly Unread[],
): Document {
	const {servers, rows} = comparison;
	const all = servers.length;
	const differing = rows.filter(({groups}) => groups.length > 1);
	return {
		title: `AppsAnywhere Analytics on ${counted(all, 'server', 'servers')}, compared`,
		facts: factsOf(comparison),
		chapters: [
			inShort(comparison, differing),
			...traitsChapter(comparison),
			...differing.map((row, index) => rowChapter(row, {number: index + 1, all})),
			...alikeChapter(rows.filter(({groups}) => groups.length === 1)),
			...unreadChapter(unread),
		],
	};
}

function factsOf({servers}: Comparison): readonly DocumentFact[] {
	const moments = servers
		.flatMap(({summary}) => summary.triedAt ?? [])
		.toSorted()
		.map(formatMoment);
	const [first = 'not yet', last = first] = [moments[0], moments.at(-1)];
	return [
		[
			'Servers',
			listInWords(
				servers.map(({name}) => name),
				room,
			),
		],
		['Tried', first === last ? first : `from ${first} to ${last}`],
	];
}

/** Of the names of all servers, in characters. */
const room = 240;

function inShort(
	{servers, rows}: Comparison,
	differing: readonly RowComparison[],
): Chapter {
	const all = counted(rows.length, 'row', 'rows');
	const blocks: readonly Block[] =
		differing.length === 0
			? [{kind: 'paragraph', text: `All ${all} stand alike on every server.`}]
			: [
					{
						kind: 'paragraph',
						text: `${differing.length} of ${all} ${differing.length === 1 ? 'differs' : 'differ'}:`,
					},
					{
						kind: 'list',
						items: differing.map(
							row =>
								`${nameOfRow(row)}: ${groupsInWords(row.groups, servers.length, standingInWords)}`,
						),
					},
				];
	return {id: 'in-short', title: 'In short', blocks};
}

/** Why everything may differ: another version, another list, results of another day. */
function traitsChapter({servers, traits}: Comparison): readonly Chapter[] {
	return traits.length === 0
		? []
		: [
				{
					id: 'servers',
					title: 'In what the servers differ as a whole',
					blocks: [
						{
							kind: 'facts',
							facts: traits.map(({name, groups}) => [
								name,
								groupsInWords(groups, servers.length, value => value),
							]),
						},
					],
				},
			];
}

/** By how they stand, as nobody looks for more of what is the same. */
function alikeChapter(rows: readonly RowComparison[]): readonly Chapter[] {
	const alike = Map.groupBy(rows, ({groups}) =>
		standingInWords(groups[0]?.value ?? null),
	);
	return rows.length === 0
		? []
		: [
				{
					id: 'alike',
					title: 'Rows that stand alike on every server',
					blocks: [
						{
							kind: 'facts',
							facts: [...alike].map(([standing, theirs]) => [
								standing,
								theirs.map(nameWithAnswers).join('; '),
							]),
						},
					],
				},
			];
}

/** `mail, 587 TCP (with another smtp.host)` */
function nameWithAnswers(row: RowComparison): string {
	const paths = row.groups.flatMap(({answers}) => answers.map(({path}) => path));
	const name = nameOfRow(row);
	return paths.length === 0 ? name : `${name} (with another ${paths.join(', ')})`;
}

function unreadChapter(unread: readonly Unread[]): readonly Chapter[] {
	return unread.length === 0
		? []
		: [
				{
					id: 'unread',
					title: 'Files that are not compared',
					blocks: [
						{
							kind: 'facts',
							facts: unread.map(({file, reason}) => [file, reason] as const),
						},
					],
				},
			];
}
