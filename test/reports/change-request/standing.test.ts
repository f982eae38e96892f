import assert from 'node:assert/strict';
import {test} from 'node:test';
import {standingOf} from '../../../source/reports/change-request/standing.js';
import {faultOf, runOf} from '../sample-faults.js';
import {sampleResult} from '../sample-results.js';

const run = runOf([]);
const retired = {since: '2024-07-01', text: 'It has ended.'};

for (const [what, result, known, state] of [
	['what passes', sampleResult(), {}, 'proven'],
	['what fails', faultOf('tcp.timeout'), {}, 'fails'],
	['what works in part', faultOf('ipv6.broken'), {}, 'open'],
	['a port to which nobody has come yet', faultOf('inbound.not-seen'), {}, 'open'],
	['what never answers', faultOf('udp.no-reply-by-design'), {}, 'cannot be proven'],
	['what this site does not use', faultOf('answers.not-used'), {}, 'not used'],
	[
		'what waits for the DNS',
		sampleResult({verdict: 'skipped', cause: 'dns.timeout'}),
		{},
		'waits',
	],
	['a retired destination', faultOf('vendor.retired'), {retired}, 'retired'],
	[
		'a retired destination behind a firewall',
		faultOf('tcp.timeout'),
		{retired},
		'retired',
	],
	['a retired destination that answers after all', sampleResult(), {retired}, 'proven'],
	['what was not tried', undefined, {}, 'not tried'],
	['a retired destination that was not tried', undefined, {retired}, 'retired'],
	['what is not used and was not tried', undefined, {unused: 'switched off'}, 'not used'],
] as const) {
	test(`${what}: ${state}`, () => {
		assert.equal(standingOf(result, run, known).state, state);
	});
}

test('what was seen is told with the address and the time it took', () => {
	const {seen, triedAt} = standingOf(sampleResult(), run);
	assert.equal(seen, 'answers; 10.50.0.5, 11 ms');
	assert.equal(triedAt, '2026-11-25 14:02 UTC');
});

test('an address that is the destination is not told twice', () => {
	const result = sampleResult({destination: '10.50.0.5'});
	assert.equal(standingOf(result, run).seen, 'answers; 11 ms');
});

test('without a run nothing was tried, whatever was found before', () => {
	assert.equal(standingOf(sampleResult(), undefined).state, 'not tried');
});
