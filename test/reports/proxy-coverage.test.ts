import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ProbeResult, WayResult} from '../../source/probes/probe-result.js';
import type {Verdict} from '../../source/probes/verdict.js';
import {describeCoverage, proxyCoverage} from '../../source/reports/proxy-coverage.js';
import {sampleResult} from './sample-results.js';

const wayOf = (via: WayResult['via'], verdict: Verdict): WayResult => ({
	...{via, verdict, cause: null, detail: '', address: '192.0.2.1', stages: []},
});
const bitbucket = (...ways: readonly WayResult[]): ProbeResult =>
	sampleResult({id: 'bitbucket', destination: 'bitbucket.org', port: 443, ways});
const sql = sampleResult({ways: [wayOf('IPv4', 'pass')]});
const listed = sampleResult({id: 'https', destination: 'any destination', port: 443});
const unused = sampleResult({id: 'sendgrid', cause: 'answers.not-used'});
const inbound = sampleResult({id: 'viewers', direction: 'inbound'});
const own = sampleResult({id: 'dns-udp', destination: '10.62.0.53'});
const others = [listed, unused, inbound, own];

test('where nothing was tried through a proxy, nothing is said of one', () => {
	assert.equal(proxyCoverage([bitbucket(wayOf('IPv4', 'pass')), sql]), undefined);
	assert.equal(proxyCoverage([]), undefined);
});

for (const [verdict, isCovered] of [
	['pass', true],
	['warn', true],
	['fail', false],
	['skipped', false],
] as const) {
	test(`a destination whose way through the proxy is "${verdict}" is ${isCovered ? '' : 'not '}covered`, () => {
		const result = bitbucket(wayOf('IPv4', 'pass'), wayOf('proxy', verdict));
		assert.deepEqual(proxyCoverage([result, sql, ...others]), {
			covered: isCovered ? [result] : [],
			uncovered: isCovered ? [sql] : [result, sql],
		});
	});
}

for (const [covered, uncovered, sentences] of [
	[
		[bitbucket()],
		[sql],
		[
			'The proxy covers bitbucket.org (443/tcp).',
			'A firewall rule is still needed for mssql.uni.edu (1433/tcp).',
		],
	],
	[
		[bitbucket(), sql],
		[],
		['The proxy covers bitbucket.org (443/tcp), mssql.uni.edu (1433/tcp).'],
	],
	[
		[],
		[sql],
		[
			'The proxy covers none of these connections.',
			'A firewall rule is still needed for mssql.uni.edu (1433/tcp).',
		],
	],
] as const) {
	test(`a proxy that covers ${covered.length} of ${covered.length + uncovered.length} connections is told in words`, () => {
		assert.deepEqual(describeCoverage({covered, uncovered}), sentences);
	});
}
