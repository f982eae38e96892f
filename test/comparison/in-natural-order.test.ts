import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {inNaturalOrder} from '../../source/comparison/in-natural-order.js';

for (const [what, sorted] of [
	['numbers count', ['a1', 'a2', 'a10', 'a100']],
	['each number of several counts', ['10.0.2.0/24', '10.0.10.0/24', '10.1.0.0/24']],
	[
		'numbers too long for a computer count',
		[`a${'9'.repeat(40)}`, `a1${'0'.repeat(40)}`],
	],
	['zeros before a number do not count', ['a01', 'a1', 'a2']],
	['small letters come before large ones', ['a1', 'A1', 'b1']],
	['letters with marks stand beside those without', ['a', 'ä', 'z']],
] as const) {
	test(`${what}: ${sorted[0].slice(0, 20)} is first`, () => {
		assert.deepEqual(sorted.toSorted(inNaturalOrder), sorted);
		assert.deepEqual(sorted.toReversed().toSorted(inNaturalOrder), sorted);
	});
}

test('only what is the same is equal', () => {
	// The same letter, written in two ways.
	assert.notEqual(inNaturalOrder('\u00e4', 'a\u0308'), 0);
	fc.assert(
		fc.property(fc.string(), fc.string(), (one, other) => {
			assert.equal(inNaturalOrder(one, other) === 0, one === other);
			assert.equal(
				Math.sign(inNaturalOrder(one, other)),
				0 - Math.sign(inNaturalOrder(other, one)),
			);
		}),
	);
});
