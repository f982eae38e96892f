import assert from 'node:assert/strict';
import {test} from 'node:test';
import {changedResults} from '../../source/probes/changed-results.js';
import type {ProbeResult} from '../../source/probes/probe-result.js';
import {sampleResult} from '../reports/sample-results.js';

const result = (parts: Partial<ProbeResult> = {}) =>
	sampleResult({detail: 'HTTP 200', ...parts});
const silent = result({
	verdict: 'fail',
	cause: 'tcp.timeout',
	detail: 'no answer in 3.5 s',
});
const refused = result({verdict: 'fail', cause: 'tcp.refused', detail: 'refused'});
const ofServer = {port: null, protocol: null, destination: 'this server'} as const;
const clock = result({
	...ofServer,
	...{id: 'clock', verdict: 'fail', cause: 'tls.expired', detail: 'clock 2 h fast'},
});

for (const [name, before, after, changed] of [
	['nothing when all is as it was', [result()], [result()], []],
	[
		'nothing when only what is seen differs',
		[result()],
		[result({detail: 'HTTP 301', address: '192.0.2.2', milliseconds: 90})],
		[],
	],
	[
		'that something works again',
		[silent],
		[result()],
		['HTTP 200, was no answer in 3.5 s'],
	],
	[
		'that something fails for another reason',
		[silent],
		[refused],
		['refused, was no answer in 3.5 s'],
	],
	['what is new', [], [silent], ['no answer in 3.5 s, was nothing']],
	['nothing of what is tried once only', [result({id: 'sql-login'})], [], []],
	['that a fault is gone', [clock], [], ['not seen any more, was clock 2 h fast']],
	[
		'each destination of a row by itself',
		[result(), result({destination: 'other.uni.edu'})],
		[result(), {...refused, destination: 'other.uni.edu'}],
		['refused, was HTTP 200'],
	],
] as const) {
	test(`tells ${name}`, () => {
		assert.deepEqual(
			changedResults(before, after).map(
				change => `${change.result.detail}, was ${change.was?.detail ?? 'nothing'}`,
			),
			changed,
		);
	});
}

test('a fault that is gone needs nobody any more', () => {
	const [change] = changedResults([clock], []);
	assert.deepEqual(
		[change?.result.verdict, change?.result.cause, change?.result.remedy],
		['pass', null, null],
	);
});
