import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import process from 'node:process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Terminal} from '../helpers/terminal.js';
import {keys, pasted} from './keys.js';
import {ownRoot} from './own-root.js';
import {pages, walk} from './walk.js';

// No step waits for the network.
const {inside, wizard} = ownRoot();

test('a window that is too small is told so, and goes on when it grows', async () => {
	const terminal = wizard({columns: 50, rows: 15});
	await terminal.shows(/50 columns and 15 rows.*at\s+least 60 by 20/s);
	terminal.resize(80, 24);
	await terminal.shows(/Enter begin/);
});

test('a resize in the middle keeps what was typed and redraws the whole page', async () => {
	const terminal = wizard();
	await walk(terminal, 1);
	await terminal.shows(/Which networks/);
	terminal.type('10.99.0');
	await terminal.shows(/10\.99\.0/);
	terminal.resize(100, 30);
	await terminal.shows(/10\.99\.0[\s\S]*Esc back · \? help · Ctrl-C leave *$/);
	assert.equal(terminal.text().match(/Which networks/g)?.length, 1);
});

test('Esc goes back, and what was typed on both pages is still there', async () => {
	const terminal = wizard();
	await walk(terminal, 1);
	await terminal.shows(/Which networks/);
	terminal.type('10.20.0.0/16\r10.3');
	await terminal.shows(/10\.3/);
	terminal.type(keys.escape);
	await terminal.shows(/What is the name[\s\S]*analytics\.uni\.edu/);
	terminal.type(keys.enter);
	await terminal.shows(/Which networks[\s\S]*10\.20\.0\.0\/16 +65,536 addresses/);
});

test('a fault is said under the field, and Enter does not go past it', async () => {
	const terminal = wizard();
	await walk(terminal, 0);
	await terminal.shows(/What is the name/);
	terminal.type(`${keys.clear}bad_name\r`);
	await terminal.shows(/✗ "bad_name": "bad_name" has a character other than/);
	await terminal.shows(/What is the name/);
});

test('a thousand lines are pasted at once', async () => {
	const terminal = wizard();
	await walk(terminal, 1);
	await terminal.shows(/Which networks/);
	const lines = Array.from(
		{length: 1000},
		(_, index) => `10.${index >> 8}.${index & 255}.0/24`,
	);
	terminal.type(pasted(lines.join('\n')));
	await terminal.shows(/of 1,000 shown/);
	await terminal.shows(/10\.3\.231\.0\/24 +256 addresses/);
});

test('Ctrl-C asks; staying goes on, leaving keeps the draft for the next run', async () => {
	const first = wizard();
	await walk(first, 2);
	await first.shows(/Which are your AppsAnywhere servers/);
	first.type(`10.30.0.77\r${keys.interrupt}`);
	await first.shows(/Leave the setup/);
	first.type(`${keys.down}\r`);
	await first.shows(/10\.30\.0\.77/);
	first.type('10.30.1');
	await first.shows(/▸ 10\.30\.1/);
	first.type(keys.interrupt);
	await first.shows(/Leave the setup/);
	first.type(keys.enter);
	assert.equal(await first.exited, 130);

	const second = wizard();
	await second.shows(/You answered 2 of 8 pages before/);
	second.type(keys.enter);
	await second.shows(
		/Which are your AppsAnywhere servers[\s\S]*10\.30\.0\.77[\s\S]*10\.30\.1/,
	);
	assert.match(second.text(), /analytics\.uni\.edu/);
});

test('a session that drops keeps the draft too', async () => {
	const first = wizard();
	await walk(first, 3);
	await first.shows(/Who may log in/);
	first.close();
	await first.exited;
	const second = wizard();
	await second.shows(/You answered 3 of 8 pages before/);
});

test('a program that is killed in the middle of a page leaves every page before it', async () => {
	const first = wizard();
	await walk(first, 2);
	first.type('10.30.0.77\r10.30.1');
	await first.shows(/10\.30\.0\.77[\s\S]*▸ 10\.30\.1/);
	process.kill(first.pid, 'SIGKILL');
	assert.equal(await first.exited, 128 + 9);
	const second = wizard();
	await second.shows(/You answered 2 of 8 pages before/);
	second.type(keys.enter);
	await second.shows(/Which are your AppsAnywhere servers/);
	second.type(keys.escape);
	await second.shows(/10\.20\.0\.0\/16 +65,536 addresses/);
});

test('answers can be saved without applying anything', async () => {
	const terminal = wizard();
	await walk(terminal, pages.length);
	await terminal.shows(/A write/);
	terminal.type('s');
	await terminal.shows(/Saved, and nothing applied/);
	const saved = await readFile(inside('etc/analytics-setup/config.json'), 'utf8');
	assert.equal(JSON.parse(saved).sql.host, '10.60.0.11');
	assert.deepEqual(await readdir(inside('etc/analytics-setup')), ['config.json']);
});

test('answers of a file are begun with, and the review is the next page', async () => {
	const path = fileURLToPath(
		new URL('../../assets/answers.example.yaml', import.meta.url),
	);
	const terminal = wizard({}, ['--answers', path]);
	await terminal.shows(/The answers are those of\s+\S+answers\.example\.yaml/);
	terminal.type(keys.enter);
	await terminal.shows(/2 Viewers +10\.20\.0\.0\/16/);
});

test('a file of answers that is not there is said, and nothing is opened', async () => {
	const terminal = wizard({}, ['--answers', inside('missing.yaml')]);
	await terminal.shows(/missing\.yaml/);
	assert.equal(await terminal.exited, 2);
});

test('damaged answers are put aside and said', async () => {
	await mkdir(inside('etc/analytics-setup'), {recursive: true});
	await writeFile(inside('etc/analytics-setup/config.json'), '{"version": 1, "ser');
	const terminal = wizard();
	await terminal.shows(/damaged/);
	const [kept = ''] = await readdir(inside('etc/analytics-setup'));
	assert.match(kept, /^config\.json\.damaged-/);
});

test('--ascii draws plain characters only', async () => {
	const terminal = wizard({}, ['--ascii']);
	await walk(terminal, 1);
	await terminal.shows(/x Server > Viewers \. Servers/);
	// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
	assert.match(terminal.text(), /^[\x00-\x7F]*$/);
});

test('NO_COLOR is respected', async () => {
	const terminal = wizard({env: {NO_COLOR: '1'}});
	await walk(terminal, 1);
	await terminal.shows(/Which networks/);
	terminal.type('10.300');
	await terminal.shows(/not an IPv4 address/);
	assert.deepEqual(coloursOf(terminal), []);
});

for (const [name, environment] of [
	['without a terminal', {}],
	['on a terminal that cannot move its cursor', {TERM: 'dumb'}],
] as const) {
	test(`${name} it says so and exits with 2`, () => {
		const {status, stderr} = spawnSync(
			process.execPath,
			['dist/cli.js', '--root', inside()],
			{
				input: '',
				encoding: 'utf8',
				env: {...process.env, ...environment},
			},
		);
		assert.equal(status, 2);
		assert.match(stderr, /needs a terminal/);
	});
}

function coloursOf({screen}: Terminal): readonly number[] {
	const {active} = screen.buffer;
	return Array.from({length: screen.rows}, (_, row) => row).flatMap(row =>
		Array.from({length: screen.cols}, (_, column) => {
			const cell = active.getLine(row)?.getCell(column);
			return cell === undefined || cell.isFgDefault() ? [] : [cell.getFgColor()];
		}).flat(),
	);
}
