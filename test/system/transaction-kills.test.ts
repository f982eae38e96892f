import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {isThere} from '../../source/host/files.js';
import type {JournalStep} from '../../source/transaction/journal.js';
import {campusSkip} from '../campus/need.js';
import {filesOf} from '../campus/run-inside.js';
import {
	isWhole,
	openTrialHosts,
	otherThan,
	type Role,
	roles,
	type TrialHost,
	type TrialHostPool,
} from './trial-host.js';

/** The steps that a trial meets which is kept, and those of one that is taken back. */
const steps = {
	keep: ['guarded', 'loading', 'verifying', 'on-trial', 'settling', 'settled'],
	undo: ['restoring', 'restored'],
} as const satisfies Record<string, readonly JournalStep[]>;

const sides = ['before', 'after'] as const;
const victimSets: ReadonlyArray<readonly Role[]> = [
	['guard'],
	['keeper', 'guard'],
	['apply'],
	roles,
];

type Case = {
	readonly point: string;
	readonly outcome: keyof typeof steps;
	readonly victims: readonly Role[];
	/** Whether the machine goes down with them. */
	readonly isPowerCut: boolean;
};

const casesAt = (point: string, outcome: Case['outcome']): readonly Case[] => [
	...victimSets
		// Nobody would tell the guard to begin: a test of its own, below.
		.filter(victims => !(point.endsWith('guarded') && victims.join() === 'apply'))
		.map(victims => ({point, outcome, victims, isPowerCut: false})),
	{point, outcome, victims: roles, isPowerCut: true},
];
const cases: readonly Case[] = [
	...['before-snapshot', 'before-arming'].flatMap(point =>
		[false, true].map(isPowerCut => ({
			...{point, isPowerCut},
			outcome: 'keep' as const,
			victims: ['apply' as const],
		})),
	),
	...(['keep', 'undo'] as const).flatMap(then =>
		steps[then].flatMap(step => sides.flatMap(side => casesAt(`${side}-${step}`, then))),
	),
];

/** What the next start of the machine or of the program does, where nobody else is left. */
async function comeBack(trials: TrialHost, {point, victims, isPowerCut}: Case) {
	const isAlone = /-(snapshot|arming)$/.test(point) || victims.length === roles.length;
	if (isPowerCut) {
		await trials.restart();
	} else if (isAlone) {
		await trials.start(['recover']);
	}
}

suite('killed at whatever step, old rules or new ones are in effect, whole', {
	skip: campusSkip(),
	concurrency: 4,
}, () => {
	let pool: TrialHostPool;
	before(async () => {
		pool = await openTrialHosts(4);
	});
	after(() => pool.close());

	for (const each of cases) {
		const {point, outcome, victims, isPowerCut} = each;
		const name = isPowerCut ? 'a power cut' : `a kill of ${victims.join(', ')}`;
		test(`${name} ${point} of a trial to ${outcome}`, () =>
			pool.use(async trials => {
				const old = await trials.inEffect();
				const wanted = otherThan(old);
				const part = ['apply', wanted, '0.3', outcome];
				const {stdout} = await trials.start(part, `${point} ${victims.join(' ')}`);
				assert.ok(await trials.wasKilled(), stdout);
				assert.ok(await trials.hasEnded(10_000), 'it comes to an end');
				await comeBack(trials, each);
				await isWhole(trials, old, stdout);
			}));
	}

	test('a guard that nobody tells to begin lets go, and has changed nothing', () =>
		pool.use(async trials => {
			const old = await trials.inEffect();
			const wanted = otherThan(old);
			await trials.start(['apply', wanted, '0.3', 'keep'], 'before-guarded apply');
			assert.ok(await trials.wasKilled());
			const journal = `${filesOf(trials.host)}/var/lib/analytics-setup/trial`;
			const end = performance.now() + 40_000;
			while (await isThere(journal)) {
				assert.ok(performance.now() < end, 'the guard waits for ever');
				assert.equal(await trials.inEffect(), old);
				await delay(1000);
			}

			assert.ok(await trials.hasEnded(5000));
			assert.equal(await trials.inEffect(), old);
			assert.equal(await trials.onDisk(), old);
			assert.ok(await trials.isAtRest());
		}));
});
