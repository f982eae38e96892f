import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {Address4, Address6} from 'ip-address';
import {formatCidr, hasHostBits, lastOf, readCidr} from '../../source/addresses/cidr.js';

for (const [text, canonical, isInside] of [
	['10.20.0.0/16', '10.20.0.0/16', false],
	['10.20.4.1/16', '10.20.0.0/16', true],
	['10.20.4.1', '10.20.4.1', false],
	['10.20.4.1/32', '10.20.4.1', false],
	['0.0.0.0/0', '0.0.0.0/0', false],
	['2001:db8:20::/48', '2001:db8:20::/48', false],
	['2001:db8:20::7/48', '2001:db8:20::/48', true],
] as const) {
	test(`"${text}" means ${canonical}`, () => {
		const {value} = readCidr(text);
		assert.ok(value);
		assert.equal(formatCidr(value), canonical);
		assert.equal(hasHostBits(text, value), isInside);
	});
}

for (const [text, reason] of [
	['10.20.0.0/33', /at most \/32/],
	['2001:db8::/129', /at most \/128/],
	['10.20.0.0/', /whole number/],
	['10.20.0.0/08', /leading zeros/],
	['10.20.0.0/8/8', /whole number/],
	['10.20.0.0/-1', /whole number/],
	['10.20.0.0/255.255.0.0', /prefix length/],
	['10.020.0.0/16', /leading zero/],
	['10.20.0.0/16 }\nflush ruleset', /whole number/],
] as const) {
	test(`${JSON.stringify(text)} is refused with its reason`, () => {
		assert.match(readCidr(text).fault ?? '', reason);
	});
}

test('blocks begin and end where the ip-address library says', () => {
	const v4 = fc.tuple(fc.ipV4(), fc.nat(32)).map(([ip, prefix]) => `${ip}/${prefix}`);
	const v6 = fc
		.tuple(fc.bigInt({min: 1n << 64n, max: (1n << 128n) - 1n}), fc.nat(128))
		.map(([ip, prefix]) => `${Address6.fromBigInt(ip).correctForm()}/${prefix}`);
	fc.assert(
		fc.property(fc.oneof(v4, v6), text => {
			const {value} = readCidr(text);
			assert.ok(value);
			const other = text.includes(':') ? new Address6(text) : new Address4(text);
			assert.equal(value.first, other.startAddress().bigInt());
			assert.equal(lastOf(value), other.endAddress().bigInt());
		}),
	);
});
