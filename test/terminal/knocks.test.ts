import assert from 'node:assert/strict';
import process from 'node:process';
import {after, afterEach, before, beforeEach, suite, test} from 'node:test';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {campusSkip} from '../campus/need.js';
import {startTerminal, type Terminal, type TerminalOptions} from '../helpers/terminal.js';
import {choose} from './choose.js';
import {keys} from './keys.js';

const address = '10.10.0.10';
/** What a terminal sends for the key End (xterm). */
const end = '\u001B[F';

suite('waiting for others to connect, in the wizard', {skip: campusSkip()}, () => {
	let campus: Campus;
	const terminals: Terminal[] = [];

	const open = async (options?: TerminalOptions) => {
		const [file, inside] = campus.hosts.appliance.enter(process.execPath, [
			'dist/cli.js',
		]);
		const terminal = startTerminal(file, inside, options);
		terminals.push(terminal);
		await terminal.shows(/Enter open/);
		await choose(terminal, 'Wait for viewers');
		await terminal.shows(/nobody has knocked yet/);
		await untilWatched(true);
		return terminal;
	};
	const isWatched = async () => {
		const {stdout} = await campus.hosts.appliance.run('nft', ['list', 'tables']);
		return stdout.includes('_knocks');
	};
	const untilWatched = async (wanted: boolean) => {
		const limit = performance.now() + 5000;
		while ((await isWatched()) !== wanted) {
			assert.ok(performance.now() < limit, `watched: ${!wanted}`);
		}
	};
	const knock = async (from: 'viewer' | 'stranger') => {
		const {outcome} = await campus.hosts[from].dial({
			...{protocol: 'tcp', address, port: 9999},
		});
		return outcome;
	};

	before(async () => {
		campus = await openCampus({services: ['dns']});
		await furnishAppliance(campus);
		const {exitCode, stderr} = await runProgram(campus, [
			...['apply', '--no-confirm', '--answers', answersPath],
		]);
		assert.equal(exitCode, 0, stderr);
	});
	beforeEach(() => untilWatched(false));
	afterEach(async () => {
		for (const terminal of terminals.splice(0)) {
			terminal.close();
			await terminal.exited;
		}
	});
	after(() => campus.close());

	for (const [columns, rows] of [
		[80, 24],
		[60, 20],
	] as const) {
		test(`who knocks is told as it happens, in a window of ${columns} by ${rows}`, async () => {
			const terminal = await open({columns, rows});
			assert.match(
				terminal.text(),
				/Test-NetConnection analytics\.uni\.edu -Port 9999\s/,
			);
			assert.equal(await knock('viewer'), 'refused');
			await terminal.shows(/! \d\d:\d\d:\d\d 10\.20\.0\.7 9999\/tcp let in by the rule/);
			assert.equal(await knock('stranger'), 'timeout');
			await terminal.shows(/✗ \d\d:\d\d:\d\d 10\.99\.0\.9 9999\/tcp refused by the/);
			const lines = terminal.text().split('\n');
			assert.match(
				lines.at(-1) ?? '',
				/^ Tab curl · Space answer · ↑↓ move · \? help · Esc back *$/,
			);
			terminal.type(end);
			await terminal.shows(/10\.20\.0\.7/);
		});
	}

	test('the space bar answers for a test and says so, and again ends it', async () => {
		const terminal = await open();
		terminal.type(' ');
		await terminal.shows(
			/9999\/tcp is answered here for a test; Analytics\s+itself does not run/,
		);
		assert.equal(await knock('viewer'), 'connected');
		await terminal.shows(/10\.20\.0\.7 9999\/tcp let in .* answered for a\s+test/);
		terminal.type(' ');
		await terminal.shows(/9999\/tcp is not answered here any more/);
		assert.equal(await knock('viewer'), 'refused');
	});

	test('Esc goes back to where it was opened, and nothing is left', async () => {
		const terminal = await open();
		terminal.type(keys.escape);
		await terminal.shows(/Enter open/);
		await untilWatched(false);
	});

	test('Ctrl-C leaves, and nothing is left', async () => {
		const terminal = await open();
		terminal.type(keys.interrupt);
		await terminal.shows(/Leave the setup/);
		terminal.type(keys.enter);
		assert.equal(await terminal.exited, 130);
		assert.equal(await isWatched(), false);
	});

	test('a session that drops leaves nothing either', async () => {
		const terminal = await open();
		terminal.close();
		await terminal.exited;
		await untilWatched(false);
	});

	test('SIGTERM leaves nothing, and the terminal as it was', async () => {
		const terminal = await open();
		process.kill(terminal.pid, 'SIGTERM');
		assert.equal(await terminal.exited, 128 + 15);
		assert.equal(await isWatched(), false);
		assert.ok(terminal.isCursorVisible());
	});

	test('W opens it from the results, and Esc leads back there', async () => {
		const [file, inside] = campus.hosts.appliance.enter(process.execPath, [
			'dist/cli.js',
		]);
		const terminal = startTerminal(file, inside);
		terminals.push(terminal);
		await terminal.shows(/Enter open/);
		await choose(terminal, 'Probe all connections');
		await terminal.shows(/W wait/);
		terminal.type('w');
		await terminal.shows(/nobody has knocked yet/);
		terminal.type(keys.escape);
		await terminal.shows(/rows proven[\s\S]*W wait/);
	});
});
