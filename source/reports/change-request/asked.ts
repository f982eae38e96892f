import type {ProbeRun} from '../../probes/probe-result.js';
import type {Block, Chapter, Table} from '../document.js';
import {partiesIn} from '../party.js';
import {type PartyRequest, requestsOf, untilThen} from '../party-requests.js';
import type {Audience} from '../report-kinds.js';
import type {Fact, RequestItem} from '../request-items.js';
import type {Site} from '../site.js';
import type {ConnectionRow} from './connection-rows.js';
import {isReader} from './is-reader.js';
import {partyInPaper} from './party-in-paper.js';
import {portInWords} from './row-cells.js';
import {endInWords} from './row-end.js';

/** What is asked of the reader, by what was seen; the same words as in a message to them. */
export function askedChapter(
	site: Site,
	audience: Audience | undefined,
	rows: readonly ConnectionRow[],
): Chapter {
	return {
		id: 'asked',
		title: audience === undefined ? 'What is asked, and of whom' : 'What we ask of you',
		blocks: [
			...requestBlocks(site.run, site, audience),
			...(audience === undefined || audience === 'network'
				? []
				: askedOfOthers(rows, audience, site)),
		],
	};
}

const untried =
	'Nothing was tried yet, so it is not known what works already. Please see to it that all the connections below work.';
const nothingAsked =
	'Nothing that was seen is for you to mend. Please keep the connections below permitted as long as the server is in use.';

function requestBlocks(
	run: ProbeRun | undefined,
	site: Site,
	audience: Audience | undefined,
): readonly Block[] {
	if (run === undefined) {
		return [paragraph(untried)];
	}

	const {server} = site;
	const asked = partiesIn(run.results)
		.filter(party => isReader(party, audience, site))
		.map(party => ({party, requests: requestsOf(party, run, server)}));
	return asked.length === 0
		? [paragraph(nothingAsked)]
		: asked.flatMap(({party, requests}) => [
				...(audience === undefined || asked.length > 1
					? [paragraph(`For ${partyInPaper(party)}:`)]
					: []),
				...requests.flatMap((request, index) =>
					blocksOf(request, requests.length > 1 ? `${index + 1}. ` : ''),
				),
			]);
}

function blocksOf({text, items, waiting}: PartyRequest, label: string): readonly Block[] {
	return [
		paragraph(`${label}${text}`),
		itemTable(items),
		...(waiting.length === 0 ? [] : [paragraph(untilThen(waiting))]),
	];
}

const columns: ReadonlyArray<readonly [fact: string, column: string]> = [
	['for', 'For'],
	['seen', 'Seen'],
	['tried', 'How it was tried'],
	['known', 'What is known of it'],
	['look', 'Command that shows it'],
];

/** Columns in which nothing would stand are left out. */
function itemTable(items: readonly RequestItem[]): Table {
	const told = columns.filter(([name]) =>
		items.some(({facts}) => textOf(name, facts) !== ''),
	);
	return {
		kind: 'table',
		caption: 'The connections that this is asked for',
		columns: ['Connection', ...told.map(([, column]) => column)],
		rows: items.map(({line, facts}) => [
			{text: line},
			...told.map(([name]) => ({text: textOf(name, facts)})),
		]),
	};
}

/** What stands under one name, of which there can be several. */
function textOf(name: string, facts: readonly Fact[]): string {
	return facts
		.filter(([found]) => found === name)
		.map(([, text]) => text)
		.join('; ');
}

/** What is open about the connections of the reader, and is for others to mend. */
function askedOfOthers(
	rows: readonly ConnectionRow[],
	audience: Audience,
	site: Site,
): readonly Block[] {
	const items = rows.flatMap(({standing: {party, seen}, ...row}) =>
		party === undefined || isReader(party, audience, site)
			? []
			: [
					`${endInWords(row.destination)}, ${portInWords(row)}: ${seen}. Asked of ${partyInPaper(party)}.`,
				],
	);
	return items.length === 0
		? []
		: [
				paragraph('What else is open about these connections is asked of others:'),
				{kind: 'list', items},
			];
}

function paragraph(text: string): Block {
	return {kind: 'paragraph', text};
}
