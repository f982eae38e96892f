import {inFigures} from '../../in-figures.js';
import type {Chapter} from '../document.js';
import {wrap} from '../wrap.js';
import type {ConnectionRow} from './connection-rows.js';
import {portInWords} from './row-cells.js';
import {isLong, peerInWords, type RowEnd} from './row-end.js';

const columns = 76;

/** The ends for which a table had no room, whole. */
export function longEnds(rows: readonly ConnectionRow[]): readonly Chapter[] {
	const long = rows.flatMap(row =>
		[row.source, row.destination].filter(isLong).map(end => ({row, end})),
	);
	return long.length === 0
		? []
		: [
				{
					id: 'appendix',
					title: 'Appendix: lists that are too long for a table',
					blocks: long.flatMap(({row, end}) => [
						{
							kind: 'paragraph' as const,
							text: `${row.direction === 'inbound' ? 'Sources' : 'Destinations'} of ${portInWords(row)} (${inFigures(end.length)}):`,
						},
						{kind: 'lines' as const, lines: linesOf(end)},
					]),
				},
			];
}

function linesOf(end: RowEnd): readonly string[] {
	return wrap(end.map(peerInWords).join(', '), columns);
}
