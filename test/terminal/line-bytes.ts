import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {busyBytes} from './line-bytes/busy-bytes.js';
import {keyBytes} from './line-bytes/key-bytes.js';
import {pageBytes} from './line-bytes/page-bytes.js';

// How many bytes go over the line, beside the programs that people know and beside Ink as
// it is shipped: all on a terminal of 80 by 24, in one run.

/** 9,600 baud, of which each byte takes ten. */
const bytesPerSecond = 960;

type Row = readonly [name: string, bytes: number | undefined];

function table(title: string, unit: string, rows: readonly Row[]): void {
	const [, own] = rows[0] ?? [];
	console.log(`\n${title}\n\n| program | ${unit} | beside ours |\n|---|--:|--:|`);
	for (const [name, bytes] of rows) {
		console.log(
			bytes === undefined || own === undefined
				? `| ${name} | does not run here | |`
				: `| ${name} | ${Math.round(bytes)} | ${(bytes / own).toFixed(1)} |`,
		);
	}
}

function timesTable(rows: readonly Row[]): void {
	console.log('\nA page change\n\n| to | bytes | seconds at 9,600 baud |\n|---|--:|--:|');
	for (const [name, bytes] of rows) {
		const cells =
			bytes === undefined
				? ['does not run here', '']
				: [bytes, (bytes / bytesPerSecond).toFixed(2)];
		console.log(`| ${[name, ...cells].join(' | ')} |`);
	}
}

const root = await mkdtemp(join(tmpdir(), 'analytics-setup-'));
table('A key typed at the end of a field', 'bytes', await keyBytes(join(root, 'keys')));
table('A busy indicator', 'bytes a second', await busyBytes());
timesTable(await pageBytes(join(root, 'pages')));
await rm(root, {recursive: true});
