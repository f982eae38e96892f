import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type Family, formatAddress} from '../../source/addresses/address.js';
import {readCidr} from '../../source/addresses/cidr.js';
import {mergeCidrs} from '../../source/addresses/cidr-list.js';
import {isUsable, sampleAddress} from '../../source/rehearsal/sample-address.js';

function sampleOf(texts: readonly string[], family: Family = 4): string | undefined {
	const cidrs = mergeCidrs(texts.flatMap(text => readCidr(text).value ?? []));
	const found = sampleAddress({kind: 'some', cidrs, names: []}, family, isUsable);
	return found === undefined ? undefined : formatAddress(found);
}

for (const [cidrs, expected] of [
	[['10.20.0.0/16'], '10.20.0.1'],
	[['10.20.0.0/31'], '10.20.0.1'],
	[['10.20.0.7'], '10.20.0.7'],
	[['0.0.0.0/0'], '203.0.113.77'],
	[['127.0.0.0/8', '10.20.0.0/16'], '10.20.0.1'],
	[['127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '255.255.255.255'], undefined],
	[['2001:db8:20::/48'], undefined],
	[[], undefined],
] as const) {
	test(`of ${cidrs.join(', ') || 'nobody'}: ${expected ?? 'none'}`, () => {
		assert.equal(sampleOf(cidrs), expected);
	});
}

for (const [cidrs, expected] of [
	[['2001:db8:20::/48'], '2001:db8:20::1'],
	[['2001:db8:20::7'], '2001:db8:20::7'],
	[['::/0'], '2001:db8:ffff:ffff::77'],
	[['::1', 'fe80::/10', 'ff00::/8', 'fd00::/64'], 'fd00::1'],
] as const) {
	test(`of ${cidrs.join(', ')}: ${expected}`, () => {
		assert.equal(sampleOf(cidrs, 6), expected);
	});
}

test('of anybody: an address that is nobody else’s', () => {
	for (const [family, expected] of [
		[4, '203.0.113.77'],
		[6, '2001:db8:ffff:ffff::77'],
	] as const) {
		const found = sampleAddress({kind: 'any'}, family, isUsable);
		assert.equal(found && formatAddress(found), expected);
	}
});
