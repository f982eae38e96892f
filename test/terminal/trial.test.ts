import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, suite, test} from 'node:test';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {campusSkip} from '../campus/need.js';
import {sshTo} from '../campus/services/ssh.js';
import {startTerminal, type Terminal} from '../helpers/terminal.js';
import {changePage} from './change-page.js';
import {choose} from './choose.js';
import {keys} from './keys.js';
import {shutOutSelf} from './shut-out-self.js';
import {appliance4, commandLine, programOverSsh} from './ssh-session.js';

suite('a trial in the wizard, over real SSH in the campus', {skip: campusSkip()}, () => {
	let campus: Campus;
	const terminals: Terminal[] = [];
	const wizard = (flags: readonly string[] = []) => {
		const terminal = programOverSsh(campus, 'support', flags);
		terminals.push(terminal);
		return terminal;
	};

	const ruleset = async () => {
		const {stdout} = await campus.hosts.appliance.run('nft', ['-s', 'list', 'ruleset']);
		return stdout;
	};

	/** From home through a change of one answer up to the review. */
	const reviewChange = async (terminal: Terminal, network: string) => {
		await terminal.shows(/Enter open/);
		terminal.type(keys.enter);
		await terminal.shows(/A apply/);
		await changePage(terminal, 'Viewers');
		await terminal.shows(/Which networks/);
		terminal.type(`${network}\r`);
		await terminal.shows(/addresses|one address/);
		terminal.type(keys.enter);
		await terminal.shows(/~ 2 Viewers[\s\S]*A apply[\s\S]*Esc back/);
	};

	before(async () => {
		campus = await openCampus({services: ['dns', 'ssh']});
		await furnishAppliance(campus);
	});
	beforeEach(async () => {
		await campus.hosts.appliance.run('rm', ['-f', '/var/lib/analytics-setup/draft.json']);
		const {exitCode, stderr} = await runProgram(campus, [
			'apply',
			'--no-confirm',
			...['--answers', answersPath],
		]);
		assert.equal(exitCode, 0, stderr);
	});
	afterEach(() => {
		for (const terminal of terminals.splice(0)) {
			terminal.close();
		}
	});
	after(() => campus.close());

	test('the digit that the screen names keeps the new rules; another one does not', async () => {
		const terminal = wizard();
		await reviewChange(terminal, '10.21.0.0/16');
		await terminal.shows(/You \(10\.40\.0\.7\) can still log in/);
		await terminal.shows(/Nothing has been changed yet\..*you have 120\s+seconds/s);
		terminal.type('a');
		await terminal.shows(/Press \d to keep the new rules/, 30_000);
		await terminal.shows(/✓ loaded {2}✓ read back: \d+ of \d+/);
		await terminal.shows(/old rules return in 1:\d\d/);
		const digit = digitOn(terminal);
		terminal.type(digit === '9' ? '8' : '9');
		await terminal.shows(/That was \d\. \d keeps the new rules/);
		terminal.type(digit);
		await terminal.shows(
			/Generation \d+ is in effect, proven by a key pressed at 10\.40\.0\.7/,
		);
		assert.match(await ruleset(), /10\.21\.0\.0\/16/);
		terminal.type('q');
		assert.equal(await terminal.exited, 0);
	});

	test('"analytics-setup confirm" in a second session ends the screen of the first', async () => {
		const terminal = wizard();
		await reviewChange(terminal, '10.22.0.0/16');
		terminal.type('a');
		await terminal.shows(/New logins seen: none since the rules changed/, 30_000);
		const [ssh, arguments_] = sshTo(appliance4, commandLine(['confirm']));
		const {exitCode, stdout} = await campus.hosts.support.run(ssh, arguments_);
		assert.equal(exitCode, 0, stdout);
		await terminal.shows(/is in effect, proven by a new connection from 10\.40\.0\.7/);
		terminal.type('q');
		assert.equal(await terminal.exited, 0);
	});

	test('a new login is seen by itself, and K is proof then', async () => {
		const terminal = wizard();
		await reviewChange(terminal, '10.23.0.0/16');
		terminal.type('a');
		await terminal.shows(/K keep without proof/, 30_000);
		const [ssh, arguments_] = sshTo(appliance4, 'read line');
		const [file, inside] = campus.hosts.support.enter(ssh, ['-tt', ...arguments_]);
		const second = startTerminal(file, inside);
		await terminal.shows(/New logins seen: 10\.40\.0\.7 connected \d s ago/);
		await terminal.shows(/K keep ·/);
		terminal.type('k');
		await terminal.shows(/is in effect, proven by a new connection from 10\.40\.0\.7/);
		second.type('\r');
		await second.exited;
		terminal.type('q');
		assert.equal(await terminal.exited, 0);
	});

	test('nobody keeps them: the old rules are back whole, and the screen says so', async () => {
		const before = await ruleset();
		const terminal = wizard(['--confirm-within', '4']);
		await reviewChange(terminal, '10.24.0.0/16');
		terminal.type('a');
		await terminal.shows(/Press \d to keep/, 30_000);
		await terminal.shows(
			/The old rules are back[\s\S]*Nobody kept the new rules in time/,
		);
		assert.equal(await ruleset(), before);
		terminal.type(keys.enter);
		await terminal.shows(/~ 2 Viewers .*10\.24\.0\.0\/16/);
		await leave(terminal);
	});

	test('whoever insists on shutting themselves out hangs, and is rescued', async () => {
		const before = await ruleset();
		const terminal = wizard(['--confirm-within', '6']);
		await shutOutSelf(terminal);
		const dial = () =>
			campus.hosts.support.dial({protocol: 'tcp', address: appliance4, port: 22});
		const end = performance.now() + 10_000;
		while ((await dial()).outcome !== 'timeout') {
			assert.ok(performance.now() < end, 'the new rules shut that address out');
		}

		// No key arrives any more: this one would end the trial at once.
		terminal.type('u');
		await terminal.shows(/The old rules are back[\s\S]*Nobody kept/, 20_000);
		assert.equal(await ruleset(), before);
		await leave(terminal);
	});

	test('a session that drops leaves its trial to the guard, and the next ones are told', async () => {
		const before = await ruleset();
		const first = wizard(['--confirm-within', '6']);
		await reviewChange(first, '10.25.0.0/16');
		first.type('a');
		await first.shows(/Press \d to keep/, 30_000);
		first.close();
		await first.exited;

		const second = wizard();
		await second.shows(/A trial of root from 10\.40\.0\.7; you look on, and may end it/);
		assert.equal(await second.exited, 0);
		await second.shows(/The old rules are back\. Nobody kept the new rules in time\./);
		assert.equal(await ruleset(), before);

		const third = wizard();
		await third.shows(
			/! The last change was taken back at [-\d]+ [:\d]+ UTC\. Nobody kept/,
		);
		await leave(third);
		const {exitCode} = await campus.hosts.appliance.run('test', [
			...['-e', '/var/lib/analytics-setup/error.log'],
		]);
		assert.equal(exitCode, 1, 'the dropped session left no error behind');
	});

	test('whoever leaves in the middle is told how to keep the rules, and another session does', async () => {
		const first = wizard();
		await reviewChange(first, '10.26.0.0/16');
		first.type('a');
		await first.shows(/Press \d to keep/, 30_000);
		first.type(keys.interrupt);
		await first.shows(/Leave while the new rules are on trial/);
		first.type(keys.down + keys.down + keys.enter);
		assert.equal(await first.exited, 130);
		await first.shows(
			/the old ones\s+return in\s+\d:\d\d\.\s+To keep the new ones, log in again/,
		);

		const second = wizard();
		await second.shows(/A trial of root from 10\.40\.0\.7/);
		await second.shows(/Press \d to keep/);
		second.type(digitOn(second));
		assert.equal(await second.exited, 0);
		await second.shows(/Kept as generation \d+, proven by a key pressed at 10\.40\.0\.7/);
		assert.match(await ruleset(), /10\.26\.0\.0\/16/);
	});

	test('an earlier configuration is chosen, tried and kept', async () => {
		const {stdout} = await runProgram(campus, ['rollback', '--list', '--json']);
		const [newest, earlier] = JSON.parse(stdout).generations;
		const terminal = wizard();
		await terminal.shows(new RegExp(`Rules +generation ${newest.number}, kept by`));
		await choose(terminal, 'Go back to an earlier');
		await terminal.shows(new RegExp(` ${earlier.number} {2}\\d{4}-`));
		terminal.type(keys.down + keys.enter);
		await terminal.shows(new RegExp(`To generation ${earlier.number}, kept by`));
		await terminal.shows(/~ 2 Viewers .*10\.26\.0\.0\/16[\s\S]*A apply/);
		terminal.type('a');
		await terminal.shows(/Press \d to keep/, 30_000);
		terminal.type(digitOn(terminal));
		await terminal.shows(/Generation \d+ is in effect/);
		assert.match(await ruleset(), /10\.26\.0\.0\/16/);
		terminal.type('q');
		assert.equal(await terminal.exited, 0);
	});
});

function digitOn(terminal: Terminal): string {
	return /Press (\d)/.exec(terminal.text())?.[1] ?? assert.fail(terminal.text());
}

async function leave(terminal: Terminal): Promise<void> {
	terminal.type(keys.interrupt);
	await terminal.shows(/Leave the setup/);
	terminal.type(keys.enter);
	assert.equal(await terminal.exited, 130);
}
