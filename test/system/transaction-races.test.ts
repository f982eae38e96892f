import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {campusSkip} from '../campus/need.js';
import {isWhole, openTrialHosts, otherThan, type TrialHostPool} from './trial-host.js';

const races = 100;
/** How long the new rules stay, in seconds. */
const seconds = '0.3';

suite('two who want different things', {skip: campusSkip(), concurrency: 4}, () => {
	let pool: TrialHostPool;
	const winners = new Map<string, number>();
	before(async () => {
		pool = await openTrialHosts(4);
	});
	after(async () => {
		await pool.close();
		// A race that one side always wins would be none.
		assert.deepEqual([...winners.keys()].toSorted(), ['kept', 'undone']);
	});

	for (let race = 0; race < races; race += 1) {
		const late = race - races / 2;
		test(`confirm ${late} ms after the deadline: one wins, and all are told which`, () =>
			pool.use(async trials => {
				const old = await trials.inEffect();
				const wanted = otherThan(old);
				const [applied, confirmed] = await Promise.all([
					trials.start(['apply', wanted, seconds, 'wait']),
					trials.start(['confirm', String(late)]),
				]);
				assert.ok(await trials.hasEnded(5000));
				await isWhole(trials, old, applied.stdout);
				const found = await trials.inEffect();
				const ending = found === wanted ? 'kept' : 'undone';
				for (const {stdout, stderr} of [applied, confirmed]) {
					assert.match(stdout, new RegExp(`"ended":"${ending}"`), stderr);
				}

				winners.set(ending, (winners.get(ending) ?? 0) + 1);
			}));
	}
});
