import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {createServer, type Server} from 'node:net';
import process from 'node:process';
import {test} from 'node:test';
import {execa} from 'execa';
import {answersStore} from '../../source/answers/store.js';
import {findHolder, takeLock} from '../../source/host/lock.js';
import {exampleAnswers} from '../helpers/recorded-machine.js';
import type {Terminal, TerminalOptions} from '../helpers/terminal.js';
import {keys} from './keys.js';
import {ownRoot} from './own-root.js';

const {inside, firstBoot, inShell} = ownRoot();

const state = () => inside('var/lib/analytics-setup');
const readIssue = () => readFile(inside('run/analytics-setup/issue'), 'utf8');
const invites = /Enter set this server up \| L login prompt\s*$/;
const begins = /Enter begin/;
const following = /Session of console pts\/\d+ \| read-only/;
const busy = /Somebody is in the setup at console pts\/\d+, since \d\d:\d\d UTC\./;

const openConsole = async (options?: TerminalOptions) => {
	const terminal = firstBoot(options);
	await terminal.shows(invites);
	return terminal;
};

const press = async (terminal: Terminal, key: string, shown: RegExp) => {
	terminal.type(key);
	await terminal.shows(shown);
};

/** Somebody in the wizard at one console, and another console that says so. */
const oneIsUsed = async () => {
	const used = await openConsole({name: 'linux'});
	const other = await openConsole({name: 'vt220'});
	await press(used, keys.enter, begins);
	await other.shows(busy);
	return {used, other};
};

const leave = async (terminal: Terminal) => {
	await press(terminal, keys.interrupt, /Leave the setup\?/);
	terminal.type(keys.enter);
	assert.equal(await terminal.exited, 0);
};

test('of two consoles the one that is used first is in the setup, and the other looks on', async () => {
	const {used, other} = await oneIsUsed();
	await press(other, keys.enter, following);
	await press(used, keys.enter, /What is the name of this server/);
	await other.shows(/What is the name of this server/);
	await press(other, 'q', busy);
});

test('when the first one leaves, the other invites again, and may be used', async () => {
	const {used, other} = await oneIsUsed();
	await leave(used);
	await used.shows(/^To set this server up, log in and type: analytics-setup$/m);
	await other.shows(invites);
	assert.doesNotMatch(other.text(), busy);
	await press(other, keys.enter, begins);
});

test('when the first one is killed, the other invites again', async () => {
	const {used, other} = await oneIsUsed();
	process.kill(used.pid, 'SIGKILL');
	await other.shows(invites);
});

test('who is taken over at another console is told, and invited to look on', async () => {
	const {used, other} = await oneIsUsed();
	await press(other, keys.enter, following);
	await press(other, 'g', /Go on here, and end the other session\?/);
	await press(other, keys.enter, begins);
	await used.shows(busy);
});

for (const [name, key] of [
	['L', 'l'],
	['Ctrl-C', keys.interrupt],
	['Ctrl-D', '\u0004'],
] as const) {
	test(`${name} leads to the login prompt, which says how to go on`, async () => {
		const terminal = await openConsole();
		terminal.type(key);
		assert.equal(await terminal.exited, 0);
		assert.ok(terminal.isCursorVisible());
		assert.equal(
			await readIssue(),
			'To set this server up, log in and type: analytics-setup\n\n',
		);
	});
}

test('every console gets its login prompt once another session has applied', async () => {
	const consoles = [await openConsole(), await openConsole()];
	const flags = ['--root', inside(), '--answers', 'assets/answers.example.yaml'];
	await execa(process.execPath, ['dist/cli.js', 'apply', '--no-confirm', ...flags]);
	for (const terminal of consoles) {
		assert.equal(await terminal.exited, 0);
		await terminal.shows(
			/^This server is set up\. To change that, log in and type: analytics-setup$/m,
		);
	}
});

test('whoever looks on is let go once the server is configured, and the first one goes on', async () => {
	const {used, other} = await oneIsUsed();
	await press(other, keys.enter, following);
	await answersStore(inside('etc/analytics-setup')).save(exampleAnswers);
	assert.equal(await other.exited, 0);
	await other.shows(/^The answers are saved, and nothing is applied yet\./m);
	await press(used, keys.enter, /What is the name of this server/);
});

const command = {
	person: {user: 'jsmith', from: '10.40.0.7'},
	pid: process.pid,
	since: '2026-11-22T14:02:11.000Z',
	doing: '"analytics-setup apply"',
};
const namesCommand = /jsmith from 10\.40\.0\.7 is in "analytics-setup apply", since 14/;

test('a command that changes the server is named, and cannot be looked on at', async () => {
	const terminal = await openConsole();
	const lock = await takeLock(state(), command);
	await terminal.shows(namesCommand);
	await terminal.shows(/^ L login prompt\s*$/m);
	await lock.release();
	await terminal.shows(invites);
});

test('a console that waits sends nothing, however often it looks around', async context => {
	let sent = '';
	const holder = mockHolder(state());
	context.after(() => holder.close());
	const terminal = firstBoot({
		onOutput(data) {
			sent += data;
		},
	});
	await terminal.shows(namesCommand);
	const before = sent;
	await once(holder, 'connection');
	await once(holder, 'connection');
	assert.equal(sent, before);
});

test('the kernel is quiet on the console meanwhile, also after the program was killed', async () => {
	await mkdir(inside('proc/sys/kernel'), {recursive: true});
	const printk = inside('proc/sys/kernel/printk');
	await writeFile(printk, '7\t4\t1\t7\n');
	const terminal = inShell('"$@"; "$@" --restore-console; echo restored');
	await terminal.shows(invites);
	assert.equal(await readFile(printk, 'utf8'), '1\t4\t1\t7\n');
	await press(terminal, keys.enter, begins);
	const {pid = 0} = (await findHolder(state())) ?? {};
	process.kill(pid, 'SIGKILL');
	await terminal.shows(/restored/);
	assert.equal(await readFile(printk, 'utf8'), '7\t4\t1\t7\n');
});

test('a fault of the program ends in the login prompt too, which says so', async () => {
	await mkdir(inside('var/lib'), {recursive: true});
	await writeFile(state(), 'no folder');
	const terminal = await openConsole();
	terminal.type(keys.enter);
	assert.equal(await terminal.exited, 1);
	await terminal.shows(/^The setup has ended by a fault\. To go on, log in and type/m);
	assert.match(await readIssue(), /^The setup has ended by a fault\./);
});

test('a serial line that does not know its size is taken for 80 by 24', async () => {
	const terminal = inShell('stty rows 0 cols 0; "$@"', {name: 'vt220'});
	await terminal.shows(/^ AppsAnywhere Analytics setup {20,}\S+ \| not set up$/m);
	await terminal.shows(invites);
	const lines = terminal.text().split('\n');
	assert.equal(lines.length, 24);
	assert.match(lines.at(-1) ?? '', /L login prompt/);
});

test('a list is not read from a file that only root may read', async () => {
	const terminal = await openConsole();
	await press(terminal, keys.enter, begins);
	await press(terminal, keys.enter, /What is the name of this server/);
	await press(terminal, `${keys.clear}analytics.uni.edu\r`, /Which networks/);
	await press(terminal, '\u000F', /> File/);
	await press(terminal, '/etc/shadow\r', /It can be read only after logging in\./);
});

test('a terminal that cannot move its cursor talks, and no key stops or ends it unasked', async () => {
	const terminal = firstBoot({name: 'dumb'});
	const question = /Press Enter to set this server up, or type L for a login prompt: $/m;
	await terminal.shows(question);
	await press(terminal, '\u001A\u001Cwhat\r', /That was not understood\./);
	const other = await openConsole();
	await press(other, keys.enter, begins);
	await terminal.shows(/^Somebody is in the setup at console pts\/\d+/m);
	await press(terminal, '\r', /The other session is at none of the pages/);
	await press(terminal, 'quit\r', /You have looked on at the session of console pts/);
	await leave(other);
	await press(terminal, '\r', /This makes the\s+network connections of this/);
	await press(terminal, keys.interrupt, /Leave the setup\?/);
	terminal.type('yes\r');
	assert.equal(await terminal.exited, 0);
	await terminal.shows(/^To set this server up, log in and type: analytics-setup$/m);
});

/** Answers in the place of a session that holds the lock, and shows who asks. */
function mockHolder(folder: string): Server {
	const digest = createHash('sha256').update(folder).digest('hex');
	return createServer(socket => socket.end(JSON.stringify(command))).listen(
		`\0analytics-setup-${digest}`,
	);
}
