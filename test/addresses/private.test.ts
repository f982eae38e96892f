import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isPrivate} from '../../source/addresses/private.js';
import {address} from '../helpers/sample.js';

for (const text of [
	...['0.0.0.0', '10.0.0.0', '10.255.255.255', '100.64.0.1', '100.127.255.255'],
	...['127.0.0.1', '169.254.169.254', '172.16.0.0', '172.31.255.255', '192.168.1.1'],
	...['::', '::1', 'fc00::1', 'fd12:3456:789a::1', 'fe80::1', 'febf::1'],
] as const) {
	test(`${text} is the address of no host on the Internet`, () => {
		assert.equal(isPrivate(address(text)), true);
	});
}

for (const text of [
	...['1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0'],
	...['126.255.255.255', '128.0.0.0', '169.253.255.255', '172.15.255.255'],
	...['172.32.0.0', '192.167.255.255', '192.169.0.0', '223.255.255.255'],
	...['::2', '2001:db8::1', '2606:4700::1111', 'fbff::1', 'fec0::1'],
] as const) {
	test(`${text} may be the address of a host on the Internet`, () => {
		assert.equal(isPrivate(address(text)), false);
	});
}
