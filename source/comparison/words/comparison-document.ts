import {formatMoment} from '../../moment.js';
import {counted} from '../../reports/counted.js';
import type {Chapter, Document, DocumentFact} from '../../reports/document.js';
import {listInWords} from '../../reports/list-in-words.js';
import type {Comparison, RowComparison} from '../comparison.js';
import type {Unread} from '../unread.js';
import {groupsInWords} from './groups-in-words.js';
import {inShort, whereAlike} from './in-short.js';
import {nameOfRow, rowChapter} from './row-chapter.js';
import {rowKindsIn} from './row-kinds.js';
import {standingInWords} from './standing-in-words.js';

/** What differs between servers, for whoever asks why it works on one of them only. */
export function comparisonDocument(
	comparison: Comparison,
	unread: readonly Unread[],
): Document {
	const {servers} = comparison;
	const all = servers.length;
	const kinds = rowKindsIn(comparison);
	return {
		title: `AppsAnywhere Analytics on ${counted(all, 'server', 'servers')}, compared`,
		facts: factsOf(comparison),
		chapters: [
			inShort(comparison, kinds),
			...traitsChapter(comparison),
			...kinds.differing.map((row, index) => rowChapter(row, {number: index + 1, all})),
			...alikeChapter(kinds.alike, whereAlike(servers)),
			...aloneChapter(kinds.alone),
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
function alikeChapter(rows: readonly RowComparison[], where: string): readonly Chapter[] {
	const alike = Map.groupBy(rows, ({groups}) =>
		standingInWords(groups[0]?.value ?? null),
	);
	return rows.length === 0
		? []
		: [
				{
					id: 'alike',
					title: `Rows that stand alike ${where}`,
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

/** By the server whose report has them. */
function aloneChapter(rows: readonly RowComparison[]): readonly Chapter[] {
	const alone = Map.groupBy(rows, ({groups}) => groups[0]?.servers[0] ?? '');
	return rows.length === 0
		? []
		: [
				{
					id: 'alone',
					title: 'Rows that only one report has, and that are not compared',
					blocks: [
						{
							kind: 'facts',
							facts: [...alone].map(([server, theirs]) => [
								server,
								theirs.map(nameOfRow).join('; '),
							]),
						},
					],
				},
			];
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
