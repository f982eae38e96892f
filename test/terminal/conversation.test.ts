import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {beforeEach, test} from 'node:test';
import type {Terminal, TerminalOptions} from '../helpers/terminal.js';
import {answerLines} from './answer-lines.js';
import {keys} from './keys.js';
import {ownRoot} from './own-root.js';

const {inside, wizard} = ownRoot();
let written = '';

beforeEach(() => {
	written = '';
});

const talkOn = (options: TerminalOptions = {}, flags: readonly string[] = []) =>
	wizard(
		{
			name: 'dumb',
			rows: 50,
			onOutput(data) {
				written += data;
			},
			...options,
		},
		flags,
	);

/** Goes on to a page without waiting for what is tried, and with no reason for what fails. */
const goOnTo = async (terminal: Terminal, page: RegExp) => {
	for (const stop of [/without\s+waiting\.\s*$/, /Kept because: *\s*$/]) {
		await terminal.shows(
			new RegExp(`${page.source}|${stop.source}|Kept because: *\\s*$`),
		);
		if (!page.test(terminal.text()) && stop.test(terminal.text())) {
			terminal.type('\r');
		}
	}

	await terminal.shows(page);
};

/** Every page in addresses, so that no name has to be resolved. */
const pages: ReadonlyArray<(terminal: Terminal) => Promise<void>> = [
	terminal => answerLines(terminal, 'Name', 'analytics.uni.edu'),
	terminal => answerLines(terminal, 'Networks', '10.20.0.0/16', ''),
	terminal => answerLines(terminal, 'Servers', '10.30.0.10', ''),
	async terminal => {
		await answerLines(terminal, 'Number', '1');
		await answerLines(terminal, 'Sources', '10.40.0.0/24', '');
	},
	async terminal => {
		await answerLines(terminal, 'Host', '10.60.0.11');
		await answerLines(terminal, 'Port', '');
		await answerLines(terminal, 'Named instance', '');
		await answerLines(terminal, 'Number', '');
	},
	async terminal => {
		await answerLines(terminal, 'Relay', '10.61.0.25');
		await answerLines(terminal, 'Port', '');
		await answerLines(terminal, 'Number', '');
	},
	async terminal => {
		await answerLines(terminal, 'Time servers', '');
		await answerLines(terminal, 'Web proxy', '');
	},
	terminal => answerLines(terminal, 'Number', ''),
];
const walk = async (terminal: Terminal, count: number) => {
	await answerLines(terminal, 'Press Enter to begin', '');
	for (const [index, page] of pages.slice(0, count).entries()) {
		await page(terminal);
		await goOnTo(terminal, new RegExp(`Page ${index + 2} of 9`));
	}
};

/** Nothing but printable text and line breaks was ever written. */
const assertPlain = () =>
	assert.match(written.replaceAll('\r\n', '\n'), /^[\n\u0020-\u007E]*$/);

for (const [name, options, flags] of [
	['on a terminal that cannot move its cursor', {}, []],
	['60 columns wide', {columns: 60}, []],
	['with --plain', {name: 'xterm-256color'}, ['--plain']],
	['with ACCESSIBLE', {name: 'xterm-256color', env: {ACCESSIBLE: '1'}}, []],
	['with INK_SCREEN_READER', {name: 'vt220', env: {INK_SCREEN_READER: 'true'}}, []],
] as const) {
	test(`${name} it goes from the first question to files, in plain lines`, async () => {
		const terminal = talkOn(options, flags);
		await walk(terminal, pages.length);
		await answerLines(terminal, 'What next', 'apply');
		await terminal.shows(/Only written to/);
		await terminal.shows(/Every connection of the list is being tried/);
		terminal.type('<\r');
		await answerLines(terminal, 'Number', 'quit');
		assert.equal(await terminal.exited, 0);
		const folder = inside('etc/analytics-setup');
		const [config, ruleset] = await Promise.all([
			readFile(join(folder, 'config.json'), 'utf8'),
			readFile(join(folder, 'ruleset.nft'), 'utf8'),
		]);
		assert.deepEqual(JSON.parse(config).viewers.subnets, ['10.20.0.0/16']);
		assert.match(ruleset, /10\.20\.0\.0\/16/);
		assertPlain();
	});
}

test('lines are broken between words at the width of the terminal', async () => {
	const terminal = talkOn({columns: 60});
	await walk(terminal, 1);
	const lines = written.split('\r\n');
	assert.ok(lines.every(({length}) => length < 60));
	assert.ok(lines.includes('Only these may open 9999/tcp on this server. Name the'));
});

test('for a screen reader each sentence is one line', async () => {
	const terminal = talkOn({columns: 60}, ['--plain']);
	await walk(terminal, 1);
	assert.match(
		written,
		/\nOnly these may open 9999\/tcp on this server\. Name the networks of the viewers and explorers themselves, not those of everybody who uses AppsAnywhere\.\r\n/,
	);
});

test('"<" goes back, and what was typed on both pages is still there', async () => {
	const terminal = talkOn();
	await walk(terminal, 1);
	await answerLines(terminal, 'Networks', '10.20.0.0/16', '<');
	await terminal.shows(/Page 1 of 9[\s\S]*Enter keeps analytics\.uni\.edu/);
	await answerLines(terminal, 'Name', '');
	await goOnTo(terminal, /The list has 1 entry: 10\.20\.0\.0\/16/);
});

test('a fault is told, and "?" the longer story', async () => {
	const terminal = talkOn();
	await walk(terminal, 0);
	await answerLines(terminal, 'Name', 'bad_name');
	await terminal.shows(/"bad_name" has a character other than/);
	await answerLines(terminal, 'Name', '?');
	await terminal.shows(/Viewers open this name in their browser/);
	await terminal.shows(/Type \? for help/);
});

test('a thousand lines are pasted at once, an empty one among them', async () => {
	const terminal = talkOn();
	await walk(terminal, 1);
	const lines = Array.from(
		{length: 1000},
		(_, index) => `10.${index >> 8}.${index & 255}.0/24`,
	);
	await terminal.shows(/Networks: *\s*$/);
	terminal.type(`${lines.toSpliced(500, 0, '').join('\r')}\r`);
	await terminal.shows(/the list has 1,000 now\./);
	await answerLines(terminal, 'Networks', 'list 1000');
	await terminal.shows(/1000: 10\.3\.231\.0\/24, 256 addresses/);
	assertPlain();
});

test('a line that the terminal cuts off is not taken', async () => {
	const terminal = talkOn();
	await walk(terminal, 1);
	await terminal.shows(/Networks: *\s*$/);
	terminal.type(`${'10.20.0.0/16,'.repeat(400)}\r`);
	await terminal.shows(/That line was too long/);
	await answerLines(terminal, 'Networks', 'list');
	await terminal.shows(/The list has 0 entries/);
});

test('pasted control characters do no harm', async () => {
	const terminal = talkOn();
	await walk(terminal, 1);
	await terminal.shows(/Networks: *\s*$/);
	terminal.type('\u001B[2J\u001B]0;title\u000710.20.0.0/16\r');
	await terminal.shows(/Added 10\.20\.0\.0\/16, 65,536 addresses/);
	assertPlain();
});

test('Ctrl-C asks, and a second one leaves; the draft is there for the next run', async () => {
	const first = talkOn();
	await walk(first, 1);
	await answerLines(first, 'Networks', '10.20.0.0/16');
	await first.shows(/Added[\s\S]*Networks: *\s*$/);
	first.type(keys.interrupt);
	await first.shows(/Leave the setup\?/);
	await answerLines(first, 'Type yes to leave, or press Enter to stay', '');
	await first.shows(/Enter to stay: *\n+Networks: *\s*$/);
	first.type(keys.interrupt);
	await first.shows(/Leave the setup\?(?![\s\S]*Networks: )/);
	first.type(keys.interrupt);
	assert.equal(await first.exited, 130);
	assert.match(
		first.text(),
		/What you answered is kept\. Run analytics-setup to go on\./,
	);

	const second = talkOn();
	await second.shows(/You answered 1 of 8 pages before/);
	await answerLines(second, 'Press Enter to go on', '');
	await second.shows(/Page 2 of 9[\s\S]*The list has 1 entry: 10\.20\.0\.0\/16/);
	assertPlain();
});

test('the end of input leaves too, and keeps the draft', async () => {
	const first = talkOn();
	await walk(first, 2);
	await first.shows(/Servers: *\s*$/);
	first.type('\u0004');
	assert.equal(await first.exited, 130);
	const second = talkOn();
	await second.shows(/You answered 2 of 8 pages before/);
});

test('a session that drops keeps the draft, list and all', async () => {
	const first = talkOn();
	await walk(first, 2);
	await answerLines(first, 'Servers', '10.30.0.77');
	await first.shows(/Added 10\.30\.0\.77/);
	first.close();
	await first.exited;
	const second = talkOn();
	await answerLines(second, 'Press Enter to go on', '');
	await second.shows(/The list has 1 entry: 10\.30\.0\.77/);
});

test('a second session is told where the first one is, and goes on there', async () => {
	const first = talkOn();
	await walk(first, 1);
	await answerLines(first, 'Networks', '10.20.0.0/16');
	await first.shows(/Added/);
	const second = talkOn();
	await second.shows(/has been in the wizard since/);
	await second.shows(/The other session is at page 2: Viewers\./);
	await answerLines(second, 'What next', 'go on here');
	await answerLines(second, 'Number', '1');
	await second.shows(/Page 2 of 9[\s\S]*The list has 1 entry: 10\.20\.0\.0\/16/);
	assert.equal(await first.exited, 130);
	assert.match(first.text(), /has taken this session over/);
	assertPlain();
});

test('"save" writes the answers and nothing else', async () => {
	const terminal = talkOn();
	await walk(terminal, pages.length);
	await answerLines(terminal, 'What next', 'save');
	await terminal.shows(/Saved, and nothing applied/);
	assert.deepEqual(await readdir(inside('etc/analytics-setup')), ['config.json']);
});

test('once something was saved, a single Ctrl-C asks as before', async () => {
	const terminal = talkOn();
	await walk(terminal, pages.length);
	await answerLines(terminal, 'What next', 'save');
	await terminal.shows(/Saved, and nothing applied[\s\S]*What next: *\s*$/);
	terminal.type(keys.interrupt);
	await answerLines(terminal, 'Type yes to leave, or press Enter to stay', '');
	await answerLines(terminal, 'What next', 'quit');
	await terminal.shows(/Leave the setup\?[\s\S]*Leave the setup\?/);
});

test('without a terminal to read from it says so and exits with 2', () => {
	const {status, stderr} = spawnSync(
		process.execPath,
		['dist/cli.js', '--root', inside(), '--plain'],
		{input: '', encoding: 'utf8'},
	);
	assert.equal(status, 2);
	assert.match(stderr, /needs a terminal/);
});
