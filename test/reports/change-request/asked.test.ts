import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ProbeResult} from '../../../source/probes/probe-result.js';
import {askedChapter} from '../../../source/reports/change-request/asked.js';
import {rowsFor} from '../../../source/reports/change-request/rows-for.js';
import type {Audience} from '../../../source/reports/report-kinds.js';
import {wordsIn} from '../document-words.js';
import {faultOf, runOf} from '../sample-faults.js';
import {sampleResult} from '../sample-results.js';
import {failingRun, sampleSite} from '../sample-site.js';

const askedOf = (audience?: Audience, results?: readonly ProbeResult[]) => {
	const site = sampleSite({run: results === undefined ? failingRun() : runOf(results)});
	return wordsIn(askedChapter(site, audience, rowsFor(site, audience)));
};

for (const [audience, wanted] of [
	[
		'network',
		/Please permit the following on every firewall.*\n.*\n.*\nFrom 10\.1\.0\.5 to 10\.1\.0\.53, 53\/tcp/,
	],
	['dba', /Please start the service.*\n.*\n.*\nFrom 10\.1\.0\.5 to db\.college\.example/],
	[
		'mail',
		/Please let this server send mail to others.*\n.*\n.*\nFrom 10\.1\.0\.5 to relay/,
	],
	['dns', /Please add the following to the DNS.*\n.*\n.*\nFrom 10\.1\.0\.5 to 2\.centos/],
] as const) {
	test(`${audience}: is asked for what fails by them, in the words of a message to them`, () => {
		assert.match(askedOf(audience), wanted);
	});
}

test('several requests are numbered, one is not', () => {
	assert.match(askedOf('network'), /^1\. Please permit[\s\S]*^2\. Nobody has come/m);
	assert.doesNotMatch(askedOf('dba'), /^1\. /m);
});

test('everybody reads whom each request is for', () => {
	const words = askedOf();
	for (const party of [
		'the administrator of this server',
		'the network team',
		'the DNS team',
		'whoever runs db.college.example',
		'whoever runs relay.college.example',
		'the vendor',
	]) {
		assert.ok(words.includes(`\nFor ${party}:\n`), party);
	}
});

test('what is open and for others to mend is told to a team, with who is asked', () => {
	const results = [
		faultOf('tcp.timeout', {
			...{destination: 'db.college.example', address: '10.5.0.5'},
			detail: 'no answer in 3.5 s',
		}),
	];
	assert.match(
		askedOf('dba', results),
		/asked of others:\ndb\.college\.example \(10\.5\.0\.5\), 1433 TCP: no answer in 3\.5 s; .*\. Asked of the network team\./,
	);
});

test('where all works, nothing is for them to mend', () => {
	const proven = sampleResult({destination: 'db.college.example'});
	assert.match(askedOf('dba', [proven]), /Nothing that was seen is for you to mend/);
});

test('what waits for something is named with it', () => {
	const waiting = faultOf('dns.server-silent', {
		...{id: 'bitbucket', destination: 'bitbucket.org', port: 443, address: null},
		...{verdict: 'skipped', detail: 'waits for the DNS', remedy: null},
	});
	const dns = faultOf('dns.server-silent', {
		...{id: 'dns-udp', destination: '10.1.0.53', address: '10.1.0.53', port: 53},
		protocol: 'udp',
	});
	assert.match(
		askedOf('network', [dns, waiting]),
		/Until then these wait: bitbucket\.org 443\/tcp\./,
	);
});
