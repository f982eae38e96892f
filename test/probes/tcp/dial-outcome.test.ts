import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type DialOutcome, outcomeOf} from '../../../source/probes/tcp/dial-outcome.js';

for (const [code, outcome] of [
	['ECONNREFUSED', 'refused'],
	['ECONNRESET', 'refused'],
	['ENETUNREACH', 'unreachable'],
	['EHOSTUNREACH', 'unreachable'],
	['EADDRNOTAVAIL', 'unreachable'],
	['EAFNOSUPPORT', 'unreachable'],
	['EACCES', 'prohibited'],
	['EPERM', 'prohibited'],
	['ETIMEDOUT', 'timeout'],
] satisfies ReadonlyArray<readonly [string, DialOutcome]>) {
	test(`${code} means ${outcome}`, () => {
		assert.equal(outcomeOf(code), outcome);
	});
}

for (const code of ['EMFILE', 'EAFNOSUPPORT', 'EINVAL', 'ENETDOWN', 'ENOBUFS']) {
	test(`${code}, a fault of this server, is not called "no answer" of the network`, () => {
		assert.notEqual(outcomeOf(code), 'timeout');
	});
}

for (const code of ['EMFILE', 'EINVAL', 'ENOBUFS', 'constructor', '']) {
	test(`"${code}" says nothing about the way`, () => {
		assert.equal(outcomeOf(code), 'failed');
	});
}
