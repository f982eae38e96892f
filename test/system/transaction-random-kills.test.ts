import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {campusSkip} from '../campus/need.js';
import {
	isWhole,
	openTrialHosts,
	otherThan,
	type Role,
	roles,
	type TrialHost,
	type TrialHostPool,
} from './trial-host.js';

const runs = 120;
const victimSets: ReadonlyArray<readonly Role[]> = [
	['guard'],
	['apply', 'guard'],
	['apply'],
	roles,
];
/** How long a whole transaction takes here, in milliseconds, and a little more. */
const span = 900;

/** What the next start does, once nobody else is left. */
async function comeBack(trials: TrialHost) {
	const end = performance.now() + 10_000;
	// A guard that nobody told to begin waits for long, and one may be starting just now.
	while (!((await trials.hasEnded(1500)) && (await trials.isAtRest()))) {
		assert.ok(performance.now() < end, 'it does not come to rest');
		await trials.kill(roles);
		const {exitCode, stderr} = await trials.start(['recover']);
		assert.equal(exitCode, 0, stderr);
	}
}

suite('killed at whatever moment, old rules or new ones are in effect, whole', {
	skip: campusSkip(),
	concurrency: 4,
}, () => {
	let pool: TrialHostPool;
	before(async () => {
		pool = await openTrialHosts(4);
	});
	after(() => pool.close());

	for (let run = 0; run < runs; run += 1) {
		// Spread over the whole transaction; the moment that is really met is chance.
		const wait = Math.round((span * run) / runs);
		const victims = victimSets[run % victimSets.length] ?? roles;
		const outcome = run % 3 === 0 ? 'undo' : 'keep';
		test(`${victims.join(', ')} after ${wait} ms of a trial to ${outcome}`, () =>
			pool.use(async trials => {
				const old = await trials.inEffect();
				const part = ['apply', otherThan(old), '0.2', outcome];
				const [{stdout}] = await Promise.all([
					trials.start(part),
					delay(wait).then(() => trials.kill(victims)),
				]);
				await comeBack(trials);
				await isWhole(trials, old, stdout);
			}));
	}
});
