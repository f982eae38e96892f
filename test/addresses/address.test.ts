import assert from 'node:assert/strict';
import {isIP} from 'node:net';
import {test} from 'node:test';
import fc from 'fast-check';
import {Address6} from 'ip-address';
import {
	formatAddress,
	parseAddress,
	readAddress,
} from '../../source/addresses/address.js';

for (const [text, canonical] of [
	['0.0.0.0', '0.0.0.0'],
	['255.255.255.255', '255.255.255.255'],
	['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
	['::', '::'],
	['::1', '::1'],
	['1::', '1::'],
	['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
	['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
	['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
	['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
] as const) {
	test(`"${text}" is written ${canonical}`, () => {
		const {value} = readAddress(text);
		assert.equal(value && formatAddress(value), canonical);
	});
}

for (const [text, reason] of [
	['', /not an IPv4 address/],
	['10.0.0', /not an IPv4 address/],
	['256.1.1.1', /not an IPv4 address/],
	['010.0.0.1', /leading zero/],
	['fe80::1%eth0', /zone/],
	['::ffff:10.0.0.1', /Write it as 10\.0\.0\.1/],
	['2001:db8:::1', /not an IPv6 address/],
	['1.2.3.4\n5.6.7.8', /not an IPv4 address/],
] as const) {
	test(`${JSON.stringify(text)} is refused with its reason`, () => {
		assert.match(readAddress(text).fault ?? '', reason);
	});
}

test('every IPv6 address is read and written as the ip-address library does', () => {
	const ipv6 = fc.bigInt({min: 0n, max: (1n << 128n) - 1n});
	// Sparse addresses, so that runs of zeros of every length appear.
	const sparse = fc
		.array(fc.constantFrom('0', '0', '1', 'abcd'), {minLength: 8, maxLength: 8})
		.map(groups => BigInt(`0x${groups.map(group => group.padStart(4, '0')).join('')}`));
	fc.assert(
		fc.property(fc.oneof(ipv6, sparse), value => {
			const other = Address6.fromBigInt(value);
			assert.equal(formatAddress({family: 6, value}), other.correctForm());
			assert.equal(parseAddress(other.canonicalForm())?.value, value);
		}),
		{numRuns: 2000},
	);
});

test('an address is read where Node.js finds one, but for zones', () => {
	const part = fc.constantFrom(
		...['', '', '0', '1', '01', '199', '255', '256', 'abcd', 'F', 'abcde', 'g'],
		...['1.2.3.4', '1.2.3.256', '1%eth0'],
	);
	fc.assert(
		fc.property(
			fc.constantFrom(':', ':', '.'),
			fc.array(part, {maxLength: 10}),
			(between, parts) => {
				const text = parts.join(between);
				const family = text.includes('%') ? 0 : isIP(text);
				assert.equal(parseAddress(text)?.family ?? 0, family, text);
			},
		),
		{numRuns: 20_000},
	);
});

test('what is written is read back as the same address', () => {
	fc.assert(
		fc.property(fc.ipV4(), text => {
			const address = parseAddress(text);
			assert.equal(address && formatAddress(address), text);
		}),
	);
});
