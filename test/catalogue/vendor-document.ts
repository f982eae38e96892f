import {readFile} from 'node:fs/promises';

/** One row of a table of the vendor's document, as it stands there. */
export type DocumentRow = {
	readonly table: string;
	readonly source: string;
	/** Undefined where the table has no such column. */
	readonly destination: string | undefined;
	readonly port: string;
	readonly usage: string;
};

/**
 * The rows of all tables of the document. A table is a heading, perhaps some prose, a line
 * of column names, a ruled line, and rows until a line without columns.
 */
export async function readVendorDocument(): Promise<readonly DocumentRow[]> {
	const text = await readFile('test/catalogue/server-communications.txt', 'utf8');
	const rows: DocumentRow[] = [];
	let heading = '';
	let columns: readonly string[] = [];
	for (const line of text.split('\n')) {
		const cells = line.split('|').map(cell => cell.trim());
		if (cells.length === 1) {
			columns = [];
			heading = isHeading(line) ? line.trim() : heading;
		} else if (columns.length === 0) {
			columns = cells;
		} else if (!/^-+$/.test(cells[0] ?? '')) {
			rows.push(rowOf(heading, columns, cells));
		}
	}

	return rows;
}

/** Prose ends in a full stop. */
function isHeading(line: string): boolean {
	return line.trim() !== '' && !line.trim().endsWith('.');
}

function rowOf(
	table: string,
	columns: readonly string[],
	cells: readonly string[],
): DocumentRow {
	const cell = (name: RegExp) => cells[columns.findIndex(column => name.test(column))];
	return {
		table,
		source: cell(/^Sources?$/) ?? '',
		destination: cell(/Destination$/),
		port: cell(/^Port$/) ?? '',
		usage: cell(/^Usage$/) ?? '',
	};
}
