import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isSinkhole} from '../../source/addresses/sinkhole.js';
import {address} from '../helpers/sample.js';

for (const text of [
	...['0.0.0.0', '0.1.2.3', '127.0.0.1', '127.255.255.254', '169.254.169.254'],
	...['224.0.0.251', '239.1.1.1', '240.0.0.1', '255.255.255.255'],
	...['::', '::1', '::ffff:127.0.0.1', '::ffff:198.51.100.7', 'fe80::1', 'ff02::1'],
] as const) {
	test(`${text} is no machine that a name can lead to`, () => {
		assert.ok(isSinkhole(address(text)));
	});
}

for (const text of [
	...['1.1.1.1', '10.0.0.1', '128.0.0.1', '126.255.255.255', '169.253.255.255'],
	...['192.168.1.1', '223.255.255.255', '::2', '2001:db8::7', 'fd00::1', '64:ff9b::1'],
] as const) {
	test(`${text} may be one`, () => {
		assert.ok(!isSinkhole(address(text)));
	});
}
