import assert from 'node:assert/strict';
import process from 'node:process';
import {beforeEach, test} from 'node:test';
import type {Terminal, TerminalOptions} from '../helpers/terminal.js';
import {keys} from './keys.js';
import {ownRoot} from './own-root.js';

// What goes over the line, which may be a serial console with 9,600 baud.
const {wizard} = ownRoot();
let sent = '';

beforeEach(() => {
	sent = '';
});

async function openHostnamePage(
	options: TerminalOptions = {},
	flags: readonly string[] = [],
): Promise<Terminal> {
	const opened = wizard(
		{
			...options,
			onOutput(data) {
				sent += data;
			},
		},
		flags,
	);
	await opened.shows(/Enter begin/);
	opened.type(keys.enter);
	await opened.shows(/What is the name/);
	// What is found out about the name has come then, and changes nothing later.
	opened.type(`${keys.clear}localhost`);
	await opened.shows(/localhost\n +! 127\.0\.0\.1.* this server/);
	return opened;
}

/** Makes it a name of which nothing is known, also without its last letter. */
async function typeMore({type, shows}: Pick<Terminal, 'type' | 'shows'>): Promise<void> {
	type('es');
	await shows(/localhostes(?![\s\S]*! 127)/);
}

test('a key typed at the end of a field is one byte on the line', async () => {
	const {type, shows} = await openHostnamePage();
	await typeMore({type, shows});
	let typed = 'localhostes';
	for (const key of '.uni.edu') {
		sent = '';
		typed += key;
		type(key);
		await shows(new RegExp(typed.replaceAll('.', '\\.')));
		assert.equal(sent, key);
	}
});

for (const [name, type, limit] of [
	['Backspace', '\u007F', 6],
	['an arrow', '\u001B[D', 4],
] as const) {
	test(`${name} in a field is at most ${limit} bytes`, async () => {
		const opened = await openHostnamePage();
		await typeMore(opened);
		const {cursorX} = opened.screen.buffer.active;
		sent = '';
		opened.type(type);
		await moved(opened, cursorX);
		assert.ok(Buffer.byteLength(sent) <= limit, JSON.stringify(sent));
	});
}

test('Ctrl-L draws everything anew over what the kernel has written', async () => {
	const opened = await openHostnamePage();
	const before = opened.text();
	opened.screen.write('\u001B[5;1H[ 12.345] usb 1-1: new device\u001B[H');
	await opened.shows(/usb 1-1/);
	opened.type('\f');
	await opened.shows(/^(?![\s\S]*usb 1-1)[\s\S]*What is the name/);
	assert.equal(opened.text(), before);
});

test('a terminal that gets smaller and larger again shows the same as before', async () => {
	const opened = await openHostnamePage();
	const before = opened.text();
	opened.resize(60, 20);
	await opened.shows(/Ctrl-C leave\s*$/);
	opened.resize(80, 24);
	await opened.shows(/─{80}[\s\S]*─{80}[\s\S]*Ctrl-C leave\s*$/);
	assert.equal(opened.text(), before);
});

test('going on after a stop draws everything anew', async () => {
	const opened = await openHostnamePage();
	process.kill(opened.pid, 'SIGSTOP');
	opened.screen.write('\u001B[5;1Hsomebody else\u001B[H');
	await opened.shows(/somebody else/);
	process.kill(opened.pid, 'SIGCONT');
	await opened.shows(/^(?![\s\S]*somebody else)[\s\S]*What is the name/);
});

for (const [name, options, flags] of [
	['NO_COLOR', {env: {NO_COLOR: '1'}}, []],
	['a terminal without colours', {name: 'vt220'}, []],
	['--no-color', {}, ['--no-color']],
] as const) {
	test(`with ${name} the cursor is seen, and no colour is sent`, async () => {
		const opened = await openHostnamePage(options, flags);
		assert.ok(opened.isCursorVisible());
		const {cursorX, cursorY, baseY} = opened.screen.buffer.active;
		const line = opened.screen.buffer.active.getLine(baseY + cursorY);
		assert.ok(line?.translateToString(true, 0, cursorX).endsWith('localhost'));
		assert.doesNotMatch(
			sent.replaceAll('\u001B', 'ESC'),
			/ESC\[(?:[\d;]*;)?[39]\d(?:;[\d;]*)?m/,
		);
	});
}

for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
	test(`${signal} gives the terminal back with its cursor`, async () => {
		const opened = await openHostnamePage();
		process.kill(opened.pid, signal);
		await opened.exited;
		assert.ok(opened.isCursorVisible());
		assert.equal(opened.screen.buffer.active.type, 'normal');
		assert.equal(opened.screen.modes.bracketedPasteMode, false);
	});
}

async function moved({screen}: Terminal, from: number): Promise<void> {
	const {promise, resolve} = Promise.withResolvers<void>();
	const parsed = screen.onWriteParsed(() => {
		if (screen.buffer.active.cursorX !== from) {
			resolve();
		}
	});
	await promise;
	parsed.dispose();
}
