import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {type Cidr, isSameCidr, maskedCidr} from '../../source/addresses/cidr.js';
import {
	countInside,
	indexCidrs,
	widestAround,
} from '../../source/addresses/cidr-index.js';
import {contains} from '../../source/addresses/cidr-list.js';

/** Few bits differ, so that blocks often hold each other. */
const block: fc.Arbitrary<Cidr> = fc
	.record({
		family: fc.constantFrom(4, 6),
		low: fc.bigInt({min: 0n, max: 255n}),
		prefix: fc.integer({min: 24, max: 32}),
	})
	.map(({family, low, prefix}) =>
		maskedCidr({family, value: low}, family === 4 ? prefix : prefix + 96),
	);

const placed = (cidrs: readonly Cidr[]) => cidrs.map((cidr, index) => ({cidr, index}));

test('the widest block around another is the one that nothing else holds', () => {
	fc.assert(
		fc.property(fc.array(block), block, (cidrs, inner) => {
			const around = cidrs.filter(cidr => contains(cidr, inner));
			const found = widestAround(indexCidrs(placed(cidrs)), inner);
			assert.equal(found === undefined, around.length === 0);
			if (found !== undefined) {
				assert.ok(around.every(cidr => contains(found.cidr, cidr)));
				assert.equal(
					found.index,
					cidrs.findIndex(cidr => isSameCidr(cidr, found.cidr)),
				);
			}
		}),
	);
});

test('narrower blocks inside another are counted, and equal ones are not', () => {
	fc.assert(
		fc.property(fc.array(block), block, (cidrs, outer) => {
			const inside = cidrs.filter(
				cidr => contains(outer, cidr) && !isSameCidr(outer, cidr),
			);
			assert.equal(countInside(indexCidrs(placed(cidrs)), outer), inside.length);
		}),
	);
});
