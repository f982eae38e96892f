import assert from 'node:assert/strict';
import {once} from 'node:events';
import {access, mkdir, stat} from 'node:fs/promises';
import {createServer} from 'node:net';
import process from 'node:process';
import {test} from 'node:test';
import {takeLock} from '../../source/host/lock.js';
import {resume, stop} from '../helpers/stop.js';
import type {Terminal, TerminalOptions} from '../helpers/terminal.js';
import {keys} from './keys.js';
import {ownRoot} from './own-root.js';

const {inside, wizard} = ownRoot();

const socketPath = () => inside('run/analytics-setup/session.sock');
const following = /Session of .* · read-only · G go on here · Q leave *$/;
const [networks, halfTyped] = [/Which networks/, /▸ 10\.99\.0/];

/** Somebody in the wizard, in the middle of a word. */
const halfTypedSession = async (options?: TerminalOptions) => {
	const terminal = wizard(options);
	await terminal.shows(/Enter begin/);
	terminal.type(keys.enter);
	await terminal.shows(/What is the name/);
	terminal.type(`${keys.clear}analytics.uni.edu\r`);
	await terminal.shows(networks);
	terminal.type('10.99.0');
	await terminal.shows(halfTyped);
	// The last line to be drawn: until then others are those of the frame before.
	await terminal.shows(/Enter add/);
	return terminal;
};

/** The rows of a screen above those at the bottom that each session has of its own. */
const above = (terminal: Terminal, rows = 22) =>
	terminal.text().split('\n').slice(0, rows);

const takeOver = async (terminal: Terminal) => {
	await terminal.shows(following);
	terminal.type('g');
	await terminal.shows(/Go on here, and end the other session\?/);
	await terminal.shows(/Everything that was answered and typed is kept/);
	terminal.type(keys.enter);
};

test('a second session sees the very screen of the first one, as it changes', async () => {
	const first = await halfTypedSession();
	const second = wizard();
	await second.shows(following);
	await second.shows(halfTyped);
	assert.deepEqual(above(second), above(first));
	first.type('.0/24\r');
	await second.shows(/10\.99\.0\.0\/24 +256 addresses/);
	await first.shows(/10\.99\.0\.0\/24 +256 addresses/);
	assert.deepEqual(above(second), above(first));
	first.type(keys.escape);
	await second.shows(/What is the name/);
});

test('the cursor of a second session stands where the first one types', async () => {
	const first = await halfTypedSession();
	const second = wizard();
	await second.shows(halfTyped);
	const place = ({screen: {buffer}}: Terminal) => [
		buffer.active.cursorY,
		buffer.active.cursorX,
	];
	assert.deepEqual(place(second), place(first));
	assert.ok(second.isCursorVisible());
});

test('in a smaller window the part is seen in which the first one types', async () => {
	await halfTypedSession({columns: 132, rows: 50});
	const second = wizard({columns: 60, rows: 20});
	await second.shows(/its window is larger, 132 by 50: a part is shown/);
	await second.shows(halfTyped);
	assert.match(second.text(), /Which networks/);
	assert.match(second.text(), following);
});

test('in a larger window all of it is seen, and nothing more is said', async () => {
	const first = await halfTypedSession();
	const second = wizard({columns: 120, rows: 40});
	await second.shows(following);
	await second.shows(halfTyped);
	assert.deepEqual(above(second, 24), above(first, 24));
	assert.doesNotMatch(second.text(), /larger/);
	first.resize(130, 45);
	await second.shows(/its window is larger, 130 by 45/);
});

test('a second session on a terminal with few glyphs gets those', async () => {
	await halfTypedSession();
	const second = wizard({}, ['--ascii']);
	await second.shows(/x Server > Viewers \. Servers/);
	// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
	assert.match(second.text(), /^[\x00-\x7F]*$/);
});

test('Ctrl-L draws the screen of the first one anew', async () => {
	await halfTypedSession();
	const second = wizard();
	await second.shows(following);
	await second.shows(halfTyped);
	const before = second.text();
	second.screen.write('\u001B[5;1H[ 12.345] usb 1-1: new device\u001B[H');
	await second.shows(/usb 1-1/);
	second.type('\f');
	await second.shows(/^(?![\s\S]*usb 1-1)[\s\S]*Which networks/);
	assert.equal(second.text(), before);
});

test('a second session types nothing into the first one, and leaves it as it was', async () => {
	const first = await halfTypedSession();
	const before = first.text();
	const second = wizard();
	await second.shows(following);
	second.type('5.5\u001B[A\t?x');
	second.type('q');
	assert.equal(await second.exited, 0);
	await second.shows(/You have looked on at the session of /);
	// What it might have typed would stand before this.
	first.type('7');
	await first.shows(/▸ 10\.99\.07/);
	first.type('\u007F');
	await first.shows(/▸ 10\.99\.0\n ✗ "10\.99\.0" is/);
	assert.equal(first.text(), before);
});

test('the first session is told who took it over, and nothing that was typed is lost', async () => {
	const first = await halfTypedSession();
	const second = wizard();
	await takeOver(second);
	assert.equal(await first.exited, 130);
	await first.shows(/^\S+ at \/dev\/pts\/\d+ has taken this session over/m);
	assert.ok(first.isCursorVisible());
	await second.shows(/Which networks[\s\S]*10\.99\.0[\s\S]*Enter/);
	second.type(`10.20.0.0/16\r`);
	await second.shows(/10\.20\.0\.0\/16 +65,536 addresses/);
});

test('a page that was gone back to is gone on with, and not the first unanswered one', async () => {
	const first = await halfTypedSession();
	first.type(keys.escape);
	await first.shows(/What is the name/);
	first.type('cation');
	await first.shows(/analytics\.uni\.education/);
	const second = wizard();
	await takeOver(second);
	await second.shows(/What is the name[\s\S]*analytics\.uni\.education[\s\S]*Esc back/);
	assert.equal(await first.exited, 130);
});

test('whoever does not take it over looks on', async () => {
	const first = await halfTypedSession();
	const second = wizard();
	await second.shows(following);
	second.type('g');
	await second.shows(/has been in the wizard since \d{4}-/);
	second.type(keys.escape);
	await second.shows(following);
	first.type('.7');
	await second.shows(/▸ 10\.99\.0\.7/);
});

test('of two who look on, one takes over, and the other may look on at that', async () => {
	const first = await halfTypedSession();
	const [second, third] = [wizard(), wizard()];
	await third.shows(halfTyped);
	await takeOver(second);
	assert.equal(await first.exited, 130);
	await third.shows(/goes on with the setup of .* in another\s+session/s);
	await second.shows(/Which networks[\s\S]*Esc back/);
	third.type(keys.enter);
	await third.shows(following);
	await third.shows(/Which networks/);
	second.type('10.20.1');
	await third.shows(/▸ 10\.20\.1/);
});

test('when the first one leaves, the second is told, and goes on by Enter', async () => {
	const first = await halfTypedSession();
	const second = wizard();
	await second.shows(following);
	first.type(keys.interrupt);
	await second.shows(/Leave the setup\?/);
	first.type(keys.enter);
	await second.shows(/has left the setup\. What was answered there is kept/);
	assert.equal(await first.exited, 130);
	second.type(keys.enter);
	await second.shows(/You answered 1 of 8 pages before/);
	await second.shows(/What was typed on "Viewers" is still there/);
});

test('a first session that is killed is said to be lost, and the next one begins as ever', async () => {
	const first = await halfTypedSession();
	const second = wizard();
	await second.shows(following);
	process.kill(first.pid, 'SIGKILL');
	await second.shows(/The session of .* was lost/s);
	await access(socketPath());
	second.type('q');
	assert.equal(await second.exited, 0);
	const third = wizard();
	await third.shows(/You answered 1 of 8 pages before/);
	const fourth = wizard();
	await fourth.shows(following);
});

test('a first session that hangs up with nothing under way ends at once', async () => {
	const first = await halfTypedSession();
	const second = wizard();
	await second.shows(following);
	first.close();
	await second.shows(/The session of .* was lost/s);
	await first.exited;
	second.type(keys.enter);
	await second.shows(/What was typed on "Viewers" is still there/);
});

test('a first session that was stopped lets itself be looked on at, but not be taken over', async () => {
	const first = await halfTypedSession();
	const second = wizard();
	await second.shows(following);
	stop(first);
	await takeOver(second);
	await second.shows(new RegExp(`does not answer[\\s\\S]*end\\s+process ${first.pid};`));
	resume(first);
	// It was asked, and does what it was asked for now.
	assert.equal(await first.exited, 130);
	await second.shows(/Which networks[\s\S]*10\.99\.0[\s\S]*Esc back/);
});

test('a second session that was stopped holds up neither the first one nor its end', async () => {
	const first = await halfTypedSession();
	const second = wizard();
	await second.shows(following);
	stop(second);
	for (const letter of 'abcdefghij'.repeat(200)) {
		first.type(letter);
	}

	first.type(`${keys.clear}10.20.7`);
	await first.shows(/▸ 10\.20\.7/);
	first.type(keys.interrupt);
	await first.shows(/Leave the setup/);
	first.type(keys.enter);
	assert.equal(await first.exited, 130);
	resume(second);
	await second.shows(/has left the setup|was lost/);
});

test('the socket is for the same user alone, and goes with the session', async () => {
	const first = await halfTypedSession();
	const [folder, socket] = await Promise.all([
		stat(inside('run/analytics-setup')),
		stat(socketPath()),
	]);
	assert.deepEqual([folder.mode & 0o777, socket.mode & 0o777], [0o700, 0o600]);
	first.type(keys.interrupt);
	await first.shows(/Leave the setup/);
	first.type(keys.enter);
	await first.exited;
	await assert.rejects(access(socketPath()), {code: 'ENOENT'});
});

const holder = {
	person: {user: 'jsmith', from: '10.40.0.7'},
	pid: process.pid,
	since: '2026-11-22T14:02:11.000Z',
	doing: '"analytics-setup apply"',
};

test('where another command changes the server, the wizard says so and ends with 5', async () => {
	const lock = await takeLock(inside('var/lib/analytics-setup'), holder);
	const second = wizard();
	assert.equal(await second.exited, 5);
	await second.shows(/jsmith from 10\.40\.0\.7 .* has been in "analytics-setup apply"/);
	await lock.release();
});

test('a session that never says a word keeps nobody waiting', async context => {
	const lock = await takeLock(inside('var/lib/analytics-setup'), holder);
	const first = await halfDeadSocket();
	context.after(() => first.close());
	const second = wizard();
	assert.equal(await second.exited, 5);
	await lock.release();
});

async function halfDeadSocket() {
	await mkdir(inside('run/analytics-setup'), {recursive: true, mode: 0o700});
	const server = createServer(() => undefined).listen(socketPath());
	await once(server, 'listening');
	return server;
}
