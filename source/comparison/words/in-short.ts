import {counted} from '../../reports/counted.js';
import type {Block, Chapter} from '../../reports/document.js';
import type {Comparison} from '../comparison.js';
import {groupByKey} from '../group-by-key.js';
import {groupsInWords} from './groups-in-words.js';
import {nameOfRow} from './row-chapter.js';
import type {RowKinds} from './row-kinds.js';
import {serversInWords} from './servers-in-words.js';
import {standingInWords} from './standing-in-words.js';

/** Of which servers not every row is known; and which rows differ, each in a line. */
export function inShort({servers}: Comparison, kinds: RowKinds): Chapter {
	return {
		id: 'in-short',
		title: 'In short',
		blocks: [...audiencesIn(servers), ...differencesIn(servers, kinds)],
	};
}

function differencesIn(
	servers: Comparison['servers'],
	{differing, alike, alone}: RowKinds,
): readonly Block[] {
	const count = differing.length + alike.length;
	const rows = `${counted(count, 'row', 'rows')}${alone.length === 0 ? '' : ' that are in several reports'}`;
	if (count === 0) {
		return [paragraph('No row is in several reports.')];
	}

	if (differing.length === 0) {
		return [paragraph(`All ${rows} stand alike ${whereAlike(servers)}.`)];
	}

	return [
		paragraph(
			`${differing.length} of ${rows} ${differing.length === 1 ? 'differs' : 'differ'}:`,
		),
		{
			kind: 'list',
			items: differing.map(
				row =>
					`${nameOfRow(row)}: ${groupsInWords(row.groups, servers.length, standingInWords)}`,
			),
		},
	];
}

/** Where rows stand alike that do so everywhere, as far as is known. */
export function whereAlike(servers: Comparison['servers']): string {
	return servers.some(({summary}) => summary.audience !== null)
		? 'wherever a report has them'
		: 'on every server';
}

/** What `report --for` leaves out is no difference, but not known either. */
function audiencesIn(servers: Comparison['servers']): readonly Block[] {
	const partial = servers.filter(({summary}) => summary.audience !== null);
	return groupByKey(partial, ({summary}) => summary.audience ?? '').map(group => {
		const names = serversInWords(
			group.map(({name}) => name),
			servers.length,
		);
		const audience = group[0]?.summary.audience;
		return paragraph(
			`${group.length === 1 ? `The report of ${names} has` : `The reports of ${names} have`} only the rows for the team "${audience}".`,
		);
	});
}

function paragraph(text: string): Block {
	return {kind: 'paragraph', text};
}
