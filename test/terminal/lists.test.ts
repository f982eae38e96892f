import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, test} from 'node:test';
import {startTerminal, type Terminal, type TerminalOptions} from '../helpers/terminal.js';
import {keys, pasted} from './keys.js';
import {walk} from './walk.js';

// Lists of thousands, on the page for viewers. Under --root nothing of the machine is touched.
let root: string;
let terminal: Terminal;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'analytics-setup-'));
});
afterEach(async () => {
	terminal.close();
	await terminal.exited;
	await rm(root, {recursive: true});
});

const openList = async (options?: TerminalOptions) => {
	const command = ['dist/cli.js', '--root', join(root, 'root')];
	terminal = startTerminal(process.execPath, command, options);
	await walk(terminal, 1);
	await terminal.shows(/Which networks/);
};
const undo = '\u001A';
const openFile = '\u000F';
const pageUp = '\u001B[5~';
const home = '\u001B[H';

const networks = (count: number) =>
	Array.from({length: count}, (_, index) => `10.${index >> 8}.${index & 255}.0/24`);
const bigList = networks(5000).join('\n');

for (const [name, options] of [
	['80x24', {}],
	['60x20', {columns: 60, rows: 20}],
] as const) {
	test(`5,000 lines are pasted, searched, changed and removed at ${name}`, async () => {
		await openList(options);
		terminal.type(pasted(bigList));
		await terminal.shows(/10\.19\.135\.0\/24 +256 addresses/);
		await terminal.shows(/5,000 entries added/);
		terminal.type('/');
		await terminal.shows(/Find/);
		terminal.type('.77.0');
		await terminal.shows(/▸ 10\.0\.77\.0\/24 +256 addresses[\s\S]*Find \.77\.0 +1 of 20/);
		terminal.type(keys.enter);
		await terminal.shows(/▸ 10\.1\.77\.0\/24[\s\S]*2 of 20/);
		terminal.type(keys.escape);
		await terminal.shows(/▸ 10\.1\.77\.0\/24[\s\S]*Enter edit · Del remove/);
		terminal.type(keys.enter);
		await terminal.shows(/Enter put back · Esc back/);
		assert.ok(terminal.isCursorVisible());
		terminal.type('\b3');
		await terminal.shows(
			/10\.1\.76\.0\/24[^\n]*\n ▸ 10\.1\.77\.0\/23 +read as 10\.1\.76\.0\/23/,
		);
		terminal.type(keys.enter);
		await terminal.shows(/already inside 10\.1\.77\.0\/23[\s\S]*Enter edit/);
		terminal.type(keys.delete);
		await terminal.shows(/▸ 10\.1\.78\.0\/24[\s\S]*of 4,999 shown/);
		terminal.type(undo);
		await terminal.shows(/▸ 10\.1\.77\.0\/23[\s\S]*of 5,000 shown/);
		terminal.type(undo);
		await terminal.shows(/▸ 10\.1\.77\.0\/24 +256 addresses/);
		const lines = terminal.text().split('\n');
		assert.ok(lines.every(line => line.length <= (options.columns ?? 80)));
	});
}

test('1,000 lines come from a terminal that does not tell a paste from typing', async () => {
	await openList();
	terminal.type(`${networks(1000).join('\r')}\r`);
	await terminal.shows(/10\.3\.231\.0\/24 +256 addresses\n ▸ .*of 1,000 shown/);
});

test('the pointer moves through thousands, and comes back to where one types', async () => {
	await openList();
	terminal.type(pasted(bigList));
	await terminal.shows(/5,000 entries added/);
	terminal.type(keys.up + pageUp);
	await terminal.shows(/▸ 10\.19\.125\.0\/24/);
	terminal.type(home);
	await terminal.shows(/▸ 10\.0\.0\.0\/24[\s\S]* 1 to \d+ of 5,000 shown/);
	terminal.type(keys.tab);
	await terminal.shows(/10\.19\.135\.0\/24[^\n]*\n ▸ /);
	terminal.type('10.19.7.9');
	await terminal.shows(/▸ 10\.19\.7\.9 +already inside 10\.19\.7\.0\/24/);
});

test('Esc in a change leaves the entry and the page as they were', async () => {
	await openList();
	terminal.type('10.20.0.0/16\r10.3');
	await terminal.shows(/▸ 10\.3/);
	terminal.type(keys.up + keys.enter);
	await terminal.shows(/Enter put back/);
	terminal.type('\b\b');
	await terminal.shows(/▸ 10\.20\.0\.0\/$/m);
	terminal.type(keys.escape);
	await terminal.shows(/▸ 10\.20\.0\.0\/16 +65,536 addresses[\s\S]*10\.3/);
	await terminal.shows(/Enter edit/);
});

test('a file is named with the help of Tab and read; what cannot be read is led to', async () => {
	const lines = networks(1200).map((text, index) => (index === 700 ? `${text}9` : text));
	await writeFile(
		join(root, 'viewers.csv'),
		`\uFEFFName;Network\r\n${lines.map((text, index) => `"Hall ${index}";"${text}";x`).join('\r\n')}`,
	);
	await openList({columns: 100, env: {HOME: root}});
	terminal.type(openFile);
	await terminal.shows(/File .*Tab completes, Esc ends/);
	terminal.type('~/view\t');
	await terminal.shows(/File ~\/viewers\.csv/);
	terminal.type(keys.enter);
	await terminal.shows(
		/1,200 entries added, 1 cannot be read \(the first: "10\.2\.188\.0\/249"\), 2 other\s+words left out/,
	);
	terminal.type(keys.enter);
	await terminal.shows(
		/▸ 10\.2\.188\.0\/249[\s\S]*✗ "10\.2\.188\.0\/249": an IPv4 prefix/,
	);
});

for (const [what, content, said] of [
	['no file', undefined, /There is no such file\./],
	['another encoding', Uint8Array.of(0x55, 0xe4), /This is no UTF-8 text/],
	['too much', 'x'.repeat(1024 * 1024 + 1), /This file is larger than 1 MiB\./],
] as const) {
	test(`a file with ${what} is refused, and one goes on`, async () => {
		if (content !== undefined) {
			await writeFile(join(root, 'list'), content);
		}

		await openList({columns: 100, env: {HOME: root}});
		terminal.type(openFile);
		await terminal.shows(/File .*Esc ends/);
		terminal.type('~/list\r');
		await terminal.shows(said);
		terminal.type(keys.escape);
		await terminal.shows(/In the vendor's list/);
		terminal.type('10.20.0.0/16\r');
		await terminal.shows(/10\.20\.0\.0\/16 +65,536 addresses/);
	});
}

test('escape sequences in a file and in a paste do nothing to the terminal', async () => {
	const hostile =
		'\u001B[2J\u001B]0;gone\u0007\u001B[?1049l10.20.0.0/16\u001B[31m\n\u009B2J';
	await writeFile(join(root, 'list'), hostile);
	await openList({env: {HOME: root}});
	let title = '';
	terminal.screen.onTitleChange(changed => {
		title = changed;
	});
	terminal.type(openFile);
	await terminal.shows(/File .*Esc ends/);
	terminal.type('~/list\r');
	await terminal.shows(/cannot be read/);
	terminal.type(pasted(hostile.replaceAll('20', '21')));
	await terminal.shows(/10\.21\.0\.0/);
	await terminal.shows(
		/^ AppsAnywhere Analytics setup[\s\S]*Which networks[\s\S]*Ctrl-C|Esc back/,
	);
	assert.equal(title, '');
	assert.equal(terminal.screen.buffer.active.type, 'alternate');
});

test('what was done to a list is there after the connection was lost', async () => {
	await openList();
	terminal.type(pasted(bigList));
	await terminal.shows(/5,000 entries added/);
	terminal.close();
	await terminal.exited;
	const command = ['dist/cli.js', '--root', join(root, 'root')];
	terminal = startTerminal(process.execPath, command);
	await terminal.shows(/Enter begin|go on/);
	terminal.type(keys.enter);
	await terminal.shows(/Which networks[\s\S]*10\.19\.135\.0\/24[\s\S]*of 5,000 shown/);
});
