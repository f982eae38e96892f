import {type TestContext, test} from 'node:test';
import type {Terminal, TerminalOptions} from '../helpers/terminal.js';
import {keys} from './keys.js';
import {ownRoot} from './own-root.js';
import {walk} from './walk.js';

// What lies over the pages, and around them, as it looks; the pages are in first-run.test.ts.
const {wizard} = ownRoot();
let terminal: Terminal;

async function openViewers(options: TerminalOptions = {}): Promise<void> {
	terminal = wizard(options);
	await walk(terminal, 1);
	terminal.type('10.20.0.0/16\r');
	await terminal.shows(/65,536 addresses/);
}

function record(t: TestContext): void {
	t.assert.snapshot(`${terminal.text().replaceAll(/ +$/gm, '')}\n`, {
		serializers: [value => String(value)],
	});
}

test('the help of a page', async t => {
	await openViewers();
	terminal.type('?');
	await terminal.shows(/^ Help/);
	record(t);
});

test('the help of a page, searched', async t => {
	await openViewers();
	terminal.type('?');
	await terminal.shows(/^ Help/);
	terminal.type('/leading');
	await terminal.shows(/Find leading/);
	record(t);
});

for (const [name, options] of [
	['80 by 24', {}],
	['60 by 20', {columns: 60, rows: 20}],
	['80 by 24, on the Linux console', {name: 'linux'}],
] as const) {
	test(`the progress line, pointed at, ${name}`, async t => {
		await openViewers(options);
		terminal.type(keys.up.repeat(2));
		await terminal.shows(/Enter go to Viewers/);
		record(t);
	});
}

test('the question whether to leave', async t => {
	await openViewers();
	terminal.type(keys.interrupt);
	await terminal.shows(/Leave the setup\?/);
	record(t);
});

test('a window that is too small', async t => {
	await openViewers();
	terminal.resize(50, 15);
	await terminal.shows(/at\s+least 60 by 20/);
	record(t);
});
