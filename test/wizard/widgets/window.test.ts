import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {windowOf} from '../../../source/wizard/widgets/window.js';

for (const [count, at, height, first, last] of [
	[0, 0, 5, 0, 0],
	[3, 1, 5, 0, 3],
	[10, 0, 5, 0, 5],
	[10, 9, 5, 5, 10],
	[10, 10, 5, 5, 10],
	[10, 5, 5, 3, 8],
	[10, 5, 0, 5, 6],
] as const) {
	test(`of ${count} lines, ${height} around line ${at} are ${first} to ${last}`, () => {
		assert.deepEqual(windowOf(count, at, height), {first, last});
	});
}

test('the window is full, in the list, and holds what is pointed at', () => {
	fc.assert(
		fc.property(
			fc.nat(200),
			fc.nat(200),
			fc.integer({min: 1, max: 40}),
			(count, at, height) => {
				fc.pre(at <= count);
				const {first, last} = windowOf(count, at, height);
				assert.equal(last - first, Math.min(count, height));
				assert.ok(first >= 0 && last <= count);
				assert.ok(at === count ? last === count : first <= at && at < last);
			},
		),
	);
});
