import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, suite, test} from 'node:test';
import {findSession} from '../../source/session/session-link.js';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {filterOnTheWay} from '../campus/faults/network.js';
import {campusSkip} from '../campus/need.js';
import {collect} from '../helpers/collect.js';
import {resume, stop} from '../helpers/stop.js';
import type {Terminal} from '../helpers/terminal.js';
import {changePage} from './change-page.js';
import {keys} from './keys.js';
import {programOverSsh} from './ssh-session.js';

suite('sessions over real SSH in the campus', {skip: campusSkip()}, () => {
	let campus: Campus;
	const terminals: Terminal[] = [];

	const wizard = () => {
		const terminal = programOverSsh(campus, 'support');
		terminals.push(terminal);
		return terminal;
	};

	/** The session on the appliance, as another one sees it. */
	const lookOn = () =>
		findSession(
			`/proc/${campus.hosts.appliance.pid}/root/run/analytics-setup/session.sock`,
		);

	const configure = async () => {
		const {exitCode, stderr} = await runProgram(campus, [
			'apply',
			'--no-confirm',
			...['--answers', answersPath],
		]);
		assert.equal(exitCode, 0, stderr);
	};

	/** Somebody at home, who goes to one of its places. */
	const open = async (terminal: Terminal, place: number) => {
		await terminal.shows(/Enter open/);
		terminal.type(keys.down.repeat(place) + keys.enter);
	};

	/** A change of one answer, up to the review. */
	const reviewChange = async (terminal: Terminal, network: string) => {
		await open(terminal, 0);
		await terminal.shows(/A apply/);
		await changePage(terminal, 'Viewers');
		await terminal.shows(/Which networks/);
		terminal.type(`${network}\r`);
		await terminal.shows(/addresses/);
		terminal.type(keys.enter);
		await terminal.shows(/~ 2 Viewers[\s\S]*A apply/);
	};

	before(async () => {
		campus = await openCampus({services: ['dns', 'time', 'ssh']});
		// What hangs takes its time: a run over all rows goes on for some seconds.
		await filterOnTheWay(campus, 'tcp dport 443 drop');
		await furnishAppliance(campus);
	});
	beforeEach(async () => {
		await campus.hosts.appliance.run('rm', [
			'-rf',
			'/var/lib/analytics-setup/draft.json',
		]);
		await configure();
	});
	afterEach(async () => {
		const link = await lookOn();
		for (const terminal of terminals.splice(0)) {
			resume(terminal);
			terminal.close();
			await terminal.exited;
		}

		// What a session leaves behind is there once that has ended.
		await (link && collect(link.news));
	});
	after(() => campus.close());

	test('a line that drops in the middle of a run lets it go on, and its results are found', async () => {
		const first = wizard();
		await open(first, 2);
		await first.shows(/probing/);
		const earlier = await readResults(campus);
		first.close();
		await first.exited;

		const second = wizard();
		await second.shows(/Session of root from 10\.40\.0\.7 · read-only/);
		await second.shows(/its line has dropped: it ends when this is done/);
		await second.shows(/probing/);
		await second.shows(/The session of root from 10\.40\.0\.7 was lost/, 60_000);
		assert.notEqual(await readResults(campus), earlier);
		second.type(keys.enter);
		await second.shows(/Proven +\d+ of 22 rows, just now/);
	});

	test('a line that drops while rules are put into effect lets that come to its trial', async () => {
		const first = wizard();
		await reviewChange(first, '10.31.0.0/16');
		const second = wizard();
		await second.shows(/Session of root from 10\.40\.0\.7 · read-only/);
		first.type('a');
		await second.shows(/Applying/);
		first.close();
		await second.shows(/The session of root from 10\.40\.0\.7 was lost/, 30_000);
		second.type(keys.enter);
		await second.shows(/A trial of root from 10\.40\.0\.7; you look on, and may end it/);
		second.type('u');
		assert.equal(await second.exited, 0);
		await second.shows(/The old rules are back/);
	});

	test('a line that drops with nothing under way ends its session at once', async () => {
		const first = wizard();
		await first.shows(/Enter open/);
		const link = (await lookOn()) ?? assert.fail('it can be looked on at');
		first.close();
		const news = await collect(link.news);
		assert.deepEqual(news.at(-1), {state: 'lost'});
		const second = wizard();
		await second.shows(/Enter open/);
	});

	test('a session whose line is dead is taken over, with all that was typed', async () => {
		const first = wizard();
		await open(first, 0);
		await first.shows(/A apply/);
		await changePage(first, 'Viewers');
		await first.shows(/Which networks/);
		first.type('10.32.0');
		await first.shows(/▸ 10\.32\.0/);
		// The other end sleeps: nothing comes any more, and nobody hangs up.
		stop(first);

		const second = wizard();
		await second.shows(/Session of root from 10\.40\.0\.7 · read-only/);
		second.type('g');
		await second.shows(/root from 10\.40\.0\.7 has been in the wizard since/);
		second.type(keys.enter);
		await second.shows(/Which networks[\s\S]*10\.32\.0[\s\S]*Esc back/);
		resume(first);
		assert.equal(await first.exited, 130);
		await first.shows(/root from 10\.40\.0\.7 has taken this session over/);
	});

	test('nobody takes over what is on trial; it is kept or undone from there all the same', async () => {
		const first = wizard();
		await reviewChange(first, '10.33.0.0/16');
		const second = wizard();
		await second.shows(/Session of root from 10\.40\.0\.7 · read-only/);
		first.type('a');
		await second.shows(/Press \d to keep the new rules/, 30_000);
		second.type('g');
		await second.shows(/It cannot be taken over now[\s\S]*New rules are on trial/);
		second.type(keys.enter);
		await second.shows(/A trial of root from 10\.40\.0\.7; you look on, and may end it/);
		await first.shows(/Press \d to keep the new rules/);
		second.type('u');
		assert.equal(await second.exited, 0);
		await first.shows(/The old rules are back/);
	});

	test('whoever looks on is told that the first one has applied the rules', async () => {
		const first = wizard();
		await reviewChange(first, '10.34.0.0/16');
		const second = wizard();
		await second.shows(/Session of root from 10\.40\.0\.7 · read-only/);
		first.type('a');
		await first.shows(/Press \d to keep the new rules/, 30_000);
		first.type(/Press (\d)/.exec(first.text())?.[1] ?? assert.fail(first.text()));
		await second.shows(/Generation \d+ is in effect/);
		first.type('q');
		assert.equal(await first.exited, 0);
		await second.shows(/root from 10\.40\.0\.7 has applied the rules, and has left/);
		second.type('q');
		assert.equal(await second.exited, 0);
	});
});

async function readResults({hosts: {appliance}}: Campus): Promise<string> {
	const {stdout} = await appliance.run('cat', ['/var/lib/analytics-setup/results.json']);
	return stdout;
}
