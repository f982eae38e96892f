import assert from 'node:assert/strict';
import {test} from 'node:test';
import {formatAddress} from '../../source/addresses/address.js';
import {prefixOfMask} from '../../source/addresses/mask.js';

for (let prefix = 8; prefix <= 32; prefix++) {
	const hostBits = (1n << BigInt(32 - prefix)) - 1n;
	const netmask = formatAddress({family: 4, value: 0xffff_ffffn - hostBits});
	test(`${netmask} is a /${prefix}`, () => {
		assert.equal(prefixOfMask(netmask), prefix);
	});

	const wildcard = formatAddress({family: 4, value: hostBits});
	test(`${wildcard} is ${prefix === 32 ? 'no mask' : `a /${prefix} too`}`, () => {
		assert.equal(prefixOfMask(wildcard), prefix === 32 ? undefined : prefix);
	});
}

for (const text of [
	'255.0.255.0',
	'0.255.0.255',
	'254.0.0.0',
	'10.0.0.0',
	'1.255.255.255',
	'255.255.256.0',
	'x',
]) {
	test(`${text} is no mask`, () => {
		assert.equal(prefixOfMask(text), undefined);
	});
}
