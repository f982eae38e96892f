import assert from 'node:assert/strict';
import {test} from 'node:test';
import {refusalOf} from '../../source/policy/refused-address.js';
import {address} from '../helpers/sample.js';

for (const [name, text, refusal] of [
	['license.looker.com', '198.51.100.7', undefined],
	['license.looker.com', '2001:db8::7', undefined],
	['license.looker.com', '0.0.0.0', 'sinkhole'],
	['license.looker.com', '::1', 'sinkhole'],
	['license.looker.com', '10.0.0.7', 'inside'],
	['license.looker.com', 'fd00::7', 'inside'],
	['mssql.uni.edu', '10.50.0.5', undefined],
	['mssql.uni.edu', '127.0.0.1', 'sinkhole'],
	['0.centos.pool.ntp.org', '10.63.0.123', undefined],
	['smtp.sendgrid.net', '10.61.0.25', undefined],
] as const) {
	test(`${name} at ${text} is ${refusal ?? 'permitted'}`, () => {
		assert.equal(refusalOf(name, address(text)), refusal);
	});
}
