import {catalogue} from '../../catalogue/catalogue.js';
import type {Table as ListTable} from '../../catalogue/connection.js';
import type {Cell, Chapter} from '../document.js';
import type {ConnectionRow} from './connection-rows.js';
import {
	destinationInWords,
	portInWords,
	sourceInWords,
	standingCells,
} from './row-cells.js';

/** The tables of the vendor's document, with its headings, as they are at this site. */
export function listChapters(rows: readonly ConnectionRow[]): readonly Chapter[] {
	return tables.flatMap(table => {
		const theirs = rows.filter(
			({id, origin}) => origin === 'list' && tableOf(id) === table.heading,
		);
		return theirs.length === 0 ? [] : [chapterOf(table, theirs)];
	});
}

type TableInWords = {
	readonly heading: ListTable;
	readonly id: string;
	/** What the vendor's document leaves to be found out. */
	readonly remark: string;
	/** Which way the connections go; the document has no column for that. */
	readonly caption: string;
	/** Those of the document, in its order; then ours. */
	readonly columns: readonly string[];
	readonly cells: (row: ConnectionRow) => readonly Cell[];
};

const inside = 'For the firewalls inside the site, between this server and the others.';
const outside = 'For the firewall between the site and the Internet.';
const outbound = 'Direction: outbound; this server begins each connection';

const tables: readonly TableInWords[] = [
	{
		heading: 'Inbound Traffic (Internal)',
		id: 'inbound-internal',
		remark: inside,
		caption: 'Direction: inbound; the sources begin each connection, to this server',
		columns: ['Sources', 'Internal Destination', 'Port', 'Usage'],
		cells: cellsWithDestination,
	},
	{
		heading: 'Outbound Traffic (Internal)',
		id: 'outbound-internal',
		remark: inside,
		caption: outbound,
		columns: ['Sources', 'Internal Destination', 'Port', 'Usage'],
		cells: cellsWithDestination,
	},
	{
		heading: 'Outbound Traffic (External)',
		id: 'outbound-external',
		remark: `${outside} The list permits these ports to any destination; whoever wants to permit less finds the destinations in the next table.`,
		caption: outbound,
		columns: ['Sources', 'Port', 'Usage', 'Destinations'],
		cells: row => [
			{text: sourceInWords(row)},
			{text: portInWords(row)},
			{text: row.usage},
			{text: destinationInWords(row)},
		],
	},
	{
		heading: 'External Destinations',
		id: 'external-destinations',
		remark: outside,
		caption: outbound,
		columns: ['Source', 'External Destination', 'Port', 'Usage'],
		cells: cellsWithDestination,
	},
];

function chapterOf(
	{heading, id, remark, caption, columns, cells}: TableInWords,
	rows: readonly ConnectionRow[],
): Chapter {
	return {
		id,
		title: heading,
		blocks: [
			{kind: 'paragraph', text: remark},
			{
				kind: 'table',
				caption,
				columns: [...columns, 'State', 'Seen'],
				rows: rows.map(row => [...cells(row), ...standingCells(row)]),
			},
		],
	};
}

function cellsWithDestination(row: ConnectionRow): readonly Cell[] {
	return [
		{text: sourceInWords(row)},
		{text: destinationInWords(row)},
		{text: portInWords(row)},
		{text: row.usage},
	];
}

function tableOf(id: string): ListTable | undefined {
	return catalogue.find(row => row.id === id)?.table;
}
