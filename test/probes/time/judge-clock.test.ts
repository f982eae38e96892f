import assert from 'node:assert/strict';
import {test} from 'node:test';
import {judgeClock, judgeClockByWeb} from '../../../source/probes/time/judge-clock.js';

const hour = 3_600_000;

for (const [name, offsets, cause, detail] of [
	['agree with it', [3, -4, 5], null, 'clock 3 ms slow'],
	['agree, all but one that lies a little', [0, 1, 59_000], null, 'clock 1 ms slow'],
	['say that it is behind', [hour, hour + 5], 'clock.off', 'clock 60 minutes slow'],
	['say that it is ahead', [-3 * hour], 'clock.off', 'clock 3 hours fast'],
	['contradict each other', [0, hour], 'clock.disputed', 'the time servers disagree'],
] as const) {
	test(`a clock is judged ${cause ?? 'right'} when time servers ${name}`, () => {
		const judged = judgeClock(offsets)?.judgement;
		assert.equal(judged?.cause, cause);
		assert.equal(judged?.detail, detail);
	});
}

test('without a time server nothing is said of the clock', () => {
	assert.equal(judgeClock([]), undefined);
});

for (const [name, offsets, ahead] of [
	['three that say the same', [hour, hour + 400, hour - 300], hour],
	['three of which one lies', [hour, hour, 0], hour],
	['two only', [hour, hour], undefined],
	['three that find it right', [0, 900, -900], undefined],
	['none', [], undefined],
] as const) {
	test(`of ${name}, web servers tell ${ahead === undefined ? 'nothing' : 'that the clock is off'}`, () => {
		const judged = judgeClockByWeb(offsets);
		assert.equal(judged?.ahead, ahead);
		assert.equal(judged?.judgement.cause, ahead === undefined ? undefined : 'clock.off');
	});
}
