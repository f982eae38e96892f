import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	type Cidr,
	formatCidr,
	maskedCidr,
	readCidr,
} from '../../source/addresses/cidr.js';
import {
	countLeading,
	includesAddress,
	includesMerged,
	mergeCidrs,
} from '../../source/addresses/cidr-list.js';

const cidrs = (...texts: readonly string[]) =>
	texts.flatMap(text => readCidr(text).value ?? assert.fail(text));

for (const [name, texts, merged] of [
	['nothing stays nothing', [], []],
	['a duplicate goes', ['10.0.0.0/8', '10.0.0.0/8'], ['10.0.0.0/8']],
	['what lies inside another goes', ['10.20.4.0/24', '10.20.0.0/16'], ['10.20.0.0/16']],
	[
		'neighbours stay as they were answered',
		['10.0.1.0/24', '10.0.0.0/24'],
		['10.0.0.0/24', '10.0.1.0/24'],
	],
	['families keep apart', ['::/0', '0.0.0.0/0'], ['0.0.0.0/0', '::/0']],
] as const) {
	test(name, () => {
		assert.deepEqual(mergeCidrs(cidrs(...texts)).map(formatCidr), merged);
	});
}

// Few addresses and short blocks, so that they overlap and touch often.
const smallCidr: fc.Arbitrary<Cidr> = fc
	.tuple(
		fc.constantFrom(4 as const, 6 as const),
		fc.bigInt({min: 0n, max: 63n}),
		fc.nat(6),
	)
	.map(([family, value, bits]) =>
		maskedCidr({family, value}, (family === 4 ? 32 : 128) - bits),
	);

test('merging changes neither which addresses are held nor the order of the input', () => {
	fc.assert(
		fc.property(fc.array(smallCidr, {maxLength: 12}), list => {
			const merged = mergeCidrs(list);
			for (const family of [4, 6] as const) {
				for (let value = 0n; value < 70n; value++) {
					assert.equal(
						includesAddress(merged, {family, value}),
						includesAddress(list, {family, value}),
					);
					assert.equal(
						includesMerged(merged, {family, value}),
						includesAddress(merged, {family, value}),
					);
				}
			}

			assert.deepEqual(mergeCidrs(list.toReversed()), merged);
			assert.deepEqual(mergeCidrs(merged), merged);
		}),
	);
});

test('a place in a list of a million is found in twenty steps', () => {
	const numbers = Array.from({length: 1_000_000}, (_, index) => index);
	for (const wanted of [0, 1, 499_999, 999_999, 1_000_000]) {
		let steps = 0;
		const count = countLeading(numbers, number => {
			steps += 1;
			return number < wanted;
		});
		assert.equal(count, wanted);
		assert.ok(steps <= 20, `${steps} steps`);
	}
});
