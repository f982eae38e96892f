import assert from 'node:assert/strict';
import {mkdir, readFile, stat, truncate, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {Failure} from '../../source/failure.js';
import {monotonicNow, readBootId} from '../../source/host/boot.js';
import {noteStep, readSteps} from '../../source/transaction/journal.js';
import {readSnapshots, writeTrial} from '../../source/transaction/trial-folder.js';
import {exampleRecord} from '../helpers/recorded-transactions.js';
import {type Lab, newRules, openLab, person, secondsUntil} from './lab.js';

const failsWith = (code: Failure['code'], words: RegExp) => (error: unknown) =>
	error instanceof Failure && error.code === code && words.test(error.message);

const auditOf = async ({state}: Lab) => {
	const text = await readFile(join(state, 'audit.log'), 'utf8');
	return text
		.trimEnd()
		.split('\n')
		.map(line => JSON.parse(line) as Readonly<Record<string, unknown>>);
};

/** A trial as a guard that was killed has left it, at these steps. */
async function leaveTrial(lab: Lab, steps: readonly Parameters<typeof noteStep>[1][]) {
	const {state, request} = lab;
	const record = {...exampleRecord, bootId: await readBootId()};
	await writeTrial(state, record, request(), new Map([['ruleset', 'old rules']]));
	for (const step of steps) {
		await noteStep(join(state, 'trial'), step);
	}

	return join(state, 'trial');
}

test('what is kept is in effect, written down, and comes back after a restart', async context => {
	const lab = await openLab(context);
	const stages: string[] = [];
	const trial = await lab.transactions.begin(lab.request(), stage => stages.push(stage));
	assert.deepEqual(stages, ['save-old', 'guard', 'load', 'read-back']);
	assert.equal(lab.inEffect(), newRules);
	const news = trial.news();
	assert.ok(news.state === 'on-trial' && news.verified === 7);
	assert.deepEqual(news.connections, ['10.40.0.7 50022']);
	assert.ok(secondsUntil(news.deadline) > 50 && secondsUntil(news.deadline) <= 60);
	assert.deepEqual(lab.asked, [], 'nothing is made last before somebody keeps it');
	assert.deepEqual(lab.toldLogins, [true]);
	trial.keep(person, {kind: 'keypress', from: '10.40.0.7'});
	const {ending, problems} = await trial.ended;
	assert.equal(ending.kind, 'kept');
	assert.deepEqual(problems, []);
	await lab.guardEnd();
	assert.deepEqual(lab.asked, [`boot with ${newRules}`, 'save answers', 'discard draft']);
	assert.deepEqual(lab.toldLogins, [true, false]);
	const newest = await lab.transactions.newest();
	assert.partialDeepStrictEqual(newest, {
		number: 1,
		record: {by: person},
		ending: {proof: {kind: 'keypress', from: '10.40.0.7'}},
	});
	assert.equal(await lab.transactions.pending(), undefined);
	const steps = await readSteps(newest?.folder ?? '');
	assert.deepEqual(
		[...steps],
		['began', 'guarded', 'loading', 'verifying', 'on-trial', 'settling', 'settled'],
	);
	const events = (await auditOf(lab)).map(({event}) => event);
	assert.deepEqual(events, ['tried', 'kept']);
});

test('what nobody keeps is taken back at the deadline, and told aloud', async context => {
	const lab = await openLab(context);
	const trial = await lab.transactions.begin(
		lab.request({seconds: 0.1}),
		() => undefined,
	);
	const {ending} = await trial.ended;
	assert.equal(ending.kind, 'undone');
	assert.equal(lab.inEffect(), 'old rules');
	assert.equal(await lab.transactions.newest(), undefined);
	await lab.guardEnd();
	assert.deepEqual(lab.asked, [
		'announce The old firewall rules are back. Nobody kept the new rules in time.',
	]);
	assert.deepEqual(lab.toldLogins, [true, false]);
	assert.partialDeepStrictEqual(await lab.transactions.lastUndone(), {isRestored: true});
});

test('what somebody takes back is told in the log only', async context => {
	const lab = await openLab(context);
	const trial = await lab.transactions.begin(lab.request(), () => undefined);
	trial.undo(person, 'jsmith asked for it.');
	await trial.ended;
	await lab.guardEnd();
	assert.equal(lab.inEffect(), 'old rules');
	assert.deepEqual(lab.asked, []);
	assert.deepEqual(lab.toldLogins, [true, false]);
	assert.partialDeepStrictEqual((await auditOf(lab)).at(-1), {
		event: 'undone',
		ending: {by: person, reason: 'jsmith asked for it.'},
		problems: [],
	});
});

for (const [name, fault] of [
	['loading', 'onLoad'],
	['reading back', 'onVerify'],
] as const) {
	test(`when ${name} fails, everything is put back and the reason is told`, async context => {
		const lab = await openLab(context);
		lab.faults[fault] = () => {
			throw new Error('The kernel has had enough');
		};
		await assert.rejects(
			lab.transactions.begin(lab.request(), () => undefined),
			failsWith(
				'firewall.failed',
				/: The kernel has had enough\. The old rules are back\.$/,
			),
		);
		assert.equal(lab.inEffect(), 'old rules');
		assert.equal(await lab.transactions.newest(), undefined);
	});
}

test('a rollback that fails is told aloud, and tried again by the next start', async context => {
	const lab = await openLab(context);
	lab.faults.onRestore = () => {
		throw new Error('The kernel does not answer.');
	};
	const trial = await lab.transactions.begin(
		lab.request({seconds: 0.1}),
		() => undefined,
	);
	const {problems} = await trial.ended;
	assert.deepEqual(problems, ['The kernel does not answer.']);
	await lab.guardEnd();
	assert.match(
		lab.asked.join(),
		/announce .*could not be put back whole: The kernel does not/,
	);
	assert.partialDeepStrictEqual(await lab.transactions.lastUndone(), {isRestored: false});
	lab.faults.onRestore = () => undefined;
	assert.deepEqual(await lab.transactions.recover(), []);
	assert.equal(lab.inEffect(), 'old rules');
	assert.partialDeepStrictEqual(await lab.transactions.lastUndone(), {isRestored: true});
});

test('what cannot be made last is told, and made last by the next start', async context => {
	const lab = await openLab(context);
	lab.faults.onSettle = () => {
		throw new Error('The disk is full');
	};
	const trial = await lab.transactions.begin(lab.request(), () => undefined);
	trial.keep(person, {kind: 'none'});
	const {ending, problems} = await trial.ended;
	assert.equal(ending.kind, 'kept');
	assert.match(
		problems.join(),
		/are kept, but could not be saved for the next start: The disk/,
	);
	await lab.guardEnd();
	lab.faults.onSettle = () => undefined;
	assert.deepEqual(await lab.transactions.recover(), []);
	assert.match(lab.asked.join(), /save answers/);
});

test('a guard that is told to stop goes back first', async context => {
	const lab = await openLab(context);
	const trial = await lab.transactions.begin(lab.request(), () => undefined);
	lab.stop();
	const {ending} = await trial.ended;
	assert.partialDeepStrictEqual(ending, {
		kind: 'undone',
		reason: 'The guard was told to stop.',
	});
	assert.equal(lab.inEffect(), 'old rules');
});

test('without a guard nothing is applied', async context => {
	const lab = await openLab(context);
	await mkdir(lab.context.run.replace(/run$/, ''), {recursive: true});
	await writeFile(lab.context.run, '');
	await assert.rejects(
		lab.transactions.begin(lab.request(), () => undefined),
		failsWith('state.unsafe', /is not a folder/),
	);
	assert.equal(lab.inEffect(), 'old rules');
	assert.equal(await lab.transactions.pending(), undefined);
	assert.deepEqual(lab.asked, []);
});

test('a guard that is started again goes on until the same deadline', async context => {
	const lab = await openLab(context);
	const trial = await leaveTrial(lab, ['guarded', 'loading', 'verifying', 'on-trial']);
	const deadline = monotonicNow() + 300;
	const bootId = await readBootId();
	const standing = {deadline, connections: [], bootId};
	await writeFile(join(trial, 'standing.json'), JSON.stringify(standing), {
		mode: 0o600,
	});
	await lab.context.startGuard();
	await lab.guardEnd();
	assert.ok(monotonicNow() >= deadline, 'it waited for it');
	assert.equal(lab.inEffect(), 'old rules');
});

for (const [name, steps, bootId] of [
	['in the middle of loading', ['guarded', 'loading'], undefined],
	['in another boot', ['guarded', 'loading', 'verifying', 'on-trial'], 'another'],
] as const) {
	test(`a guard that was killed ${name} goes back at once`, async context => {
		const lab = await openLab(context);
		const trial = await leaveTrial(lab, steps);
		if (bootId !== undefined) {
			const far = {deadline: monotonicNow() + 60_000, connections: [], bootId};
			await writeFile(join(trial, 'standing.json'), JSON.stringify(far), {mode: 0o600});
		}

		await lab.context.startGuard();
		await lab.guardEnd();
		assert.partialDeepStrictEqual(await lab.transactions.lastUndone(), {
			isRestored: true,
			ending: {kind: 'undone'},
		});
	});
}

test('a trial whose record is damaged is taken back, and its snapshot used', async context => {
	const lab = await openLab(context);
	const first = await lab.transactions.begin(
		lab.request({seconds: 0.1}),
		() => undefined,
	);
	await truncate(join(lab.state, 'trial/record.json'), 10);
	await first.ended;
	assert.equal(lab.inEffect(), 'old rules');
	const trial = await leaveTrial(lab, ['guarded', 'loading']);
	await truncate(join(trial, 'record.json'), 10);
	await lab.context.startGuard();
	await lab.guardEnd();
	assert.partialDeepStrictEqual(await lab.transactions.lastUndone(), {isRestored: true});
});

test('where the snapshot is damaged, what was kept last is loaded', async context => {
	const lab = await openLab(context);
	await lab.transactions.adopt(lab.request());
	const trial = await leaveTrial(lab, ['guarded', 'loading']);
	await truncate(join(trial, 'before/ruleset'), 3);
	assert.deepEqual([...(await readSnapshots(trial))], [['ruleset', undefined]]);
	assert.deepEqual(await lab.transactions.recover(), []);
	assert.equal(lab.inEffect(), newRules);
});

test('and where nothing was ever kept, it is said that they are lost', async context => {
	const lab = await openLab(context);
	const trial = await leaveTrial(lab, ['guarded', 'loading']);
	await truncate(join(trial, 'before/ruleset'), 0);
	assert.match((await lab.transactions.recover()).join(), /old rules is damaged/);
});

test('only the owner may read what a trial writes down', async context => {
	const lab = await openLab(context);
	const trial = await leaveTrial(lab, ['guarded']);
	for (const [path, mode] of [
		['.', 0o700],
		['before', 0o700],
		['before/ruleset', 0o600],
		['record.json', 0o600],
		['policy.json', 0o600],
		['answers.json', 0o600],
		['journal.jsonl', 0o600],
	] as const) {
		assert.equal((await stat(join(trial, path))).mode & 0o777, mode, path);
	}
});
