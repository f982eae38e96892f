import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {steadyWindow, windowOf} from '../../../source/wizard/widgets/window.js';

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

test('a steady window stays while the pointer moves in it, and then goes on by half', () => {
	const tops = Array.from({length: 20}, (_, at) => steadyWindow(20, at, 8).first);
	assert.deepEqual(
		tops,
		[0, 0, 0, 0, 0, 0, 0, 4, 4, 4, 4, 8, 8, 8, 8, 12, 12, 12, 12, 12],
	);
});

test('a steady window is full, in the list, and holds what is pointed at', () => {
	fc.assert(
		fc.property(
			fc.integer({min: 1, max: 200}),
			fc.nat(199),
			fc.integer({min: 1, max: 40}),
			(count, at, height) => {
				fc.pre(at < count);
				const {first, last} = steadyWindow(count, at, height);
				assert.equal(last - first, Math.min(count, height));
				assert.ok(first >= 0 && first <= at && at < last && last <= count);
				assert.ok(height === 1 || at === count - 1 || at < last - 1, 'more is seen');
			},
		),
	);
});
