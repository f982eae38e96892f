import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {campusSkip} from '../campus/need.js';

type Event = Readonly<Record<string, unknown>>;

const isTime = (value: unknown) => !Number.isNaN(Date.parse(String(value)));

// What programs are told while a command works.
suite('--progress json, on an appliance in the campus', {skip: campusSkip()}, () => {
	let campus: Campus;
	/** Runs a command, and gives what it told; every line of it must be an event. */
	const follow = async (...arguments_: readonly string[]) => {
		const flags = ['--progress', 'json'];
		const result = await runProgram(campus, [...arguments_, ...flags]);
		const lines = result.stderr.split('\n').filter(line => line !== '');
		const events = lines.map(line => JSON.parse(line) as Event);
		for (const event of events) {
			assert.equal(event.schema, 1);
			assert.ok(isTime(event.at));
		}

		return {...result, events};
	};

	/** The events of a kind, without what differs from run to run. */
	const eventsOf = (events: readonly Event[], kind: string) =>
		events.flatMap(({schema, event, at, milliseconds, ...rest}) =>
			event === kind ? [rest] : [],
		);
	const stagesIn = (events: readonly Event[]) =>
		eventsOf(events, 'stage').map(({stage, state}) => `${stage} ${state}`);

	before(async () => {
		campus = await openCampus();
		await furnishAppliance(campus);
	});
	after(() => campus.close());

	test('an apply that nobody confirms tells its stages, the trial, and why it failed', async () => {
		const {exitCode, stdout, events} = await follow(
			...['apply', '--confirm-within', '1', '--answers', answersPath, '--json'],
		);
		assert.deepEqual([exitCode, stdout], [4, '']);
		const stages = ['plan', 'check', 'rehearse', 'try'];
		const trial = ['save-old', 'guard', 'load', 'read-back'];
		assert.deepEqual(
			stagesIn(events),
			[...stages, ...trial].flatMap(stage => [`${stage} began`, `${stage} ended`]),
		);
		const [told] = eventsOf(events, 'trial');
		assert.equal(told?.generation, 1);
		assert.ok(isTime(told?.expiresAt));
		assert.match(
			JSON.stringify(eventsOf(events, 'message')),
			/Log in again from another/,
		);
		assert.deepEqual(eventsOf(events.slice(-1), 'failure'), [
			{
				code: 'trial.undone',
				exitCode: 4,
				message: 'The old rules are back. Nobody kept the new rules in time.',
				remedies: [],
			},
		]);
	});

	test('an apply that keeps its rules leaves the result on stdout', async () => {
		const {exitCode, stdout, events} = await follow(
			...['apply', '--no-confirm', '--answers', answersPath, '--json'],
		);
		assert.equal(exitCode, 0);
		assert.equal((JSON.parse(stdout) as Event).generation, 1);
		assert.ok(stagesIn(events).includes('compare ended'));
		assert.deepEqual(eventsOf(events, 'failure'), []);
	});

	test('probe tells each result as it comes, and how many there are', async () => {
		const {exitCode, events} = await follow('probe', 'sql-tcp', 'bitbucket');
		assert.equal(exitCode, 0);
		assert.deepEqual(stagesIn(events), ['probe began', 'probe ended']);
		const results = eventsOf(events, 'result');
		assert.deepEqual(results.map(({id}) => id).toSorted(), ['bitbucket', 'sql-tcp']);
		assert.deepEqual(
			results.map(({done, all}) => [done, all]),
			[
				[1, 2],
				[2, 2],
			],
		);
		assert.deepEqual(Object.keys(events.find(({event}) => event === 'result') ?? {}), [
			...['schema', 'event', 'at', 'id', 'destination', 'port', 'protocol'],
			...['verdict', 'cause', 'milliseconds', 'done', 'all'],
		]);
	});

	test('a stage that fails says so before the failure does', async () => {
		const {exitCode, events} = await follow('rollback');
		assert.equal(exitCode, 2);
		assert.deepEqual(stagesIn(events), ['take-back began', 'take-back failed']);
		assert.partialDeepStrictEqual(events.at(-1), {event: 'failure', code: 'trial.none'});
	});

	for (const [what, arguments_, wanted] of [
		['an unknown flag', ['plan', '--jsn'], {code: 'usage', exitCode: 2}],
		['an unknown command', ['aply'], {code: 'usage', exitCode: 2}],
		['an argument that is missing', ['check'], {code: 'usage', exitCode: 2}],
		['a file that is not there', ['plan', '--answers', '/none'], {exitCode: 2}],
		['nothing to confirm', ['confirm'], {code: 'trial.none', exitCode: 2}],
	] as const) {
		test(`${what} is an event too`, async () => {
			const {exitCode, stdout, events} = await follow(...arguments_);
			assert.deepEqual([exitCode, stdout], [wanted.exitCode, '']);
			const failure = events.at(-1) ?? {};
			assert.partialDeepStrictEqual(failure, {event: 'failure', ...wanted});
			assert.match(String(failure.message), /^[A-Z"].*\.$/s);
		});
	}
});
