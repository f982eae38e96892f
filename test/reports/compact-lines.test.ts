import assert from 'node:assert/strict';
import {test} from 'node:test';
import {compactLines} from '../../source/reports/compact-lines.js';
import {partiesIn} from '../../source/reports/party.js';
import {blackholes, faultOf, runOf, server} from './sample-faults.js';
import {sampleResult} from './sample-results.js';

const linesOf = (results: Parameters<typeof runOf>[0]) =>
	compactLines(partiesIn(results), runOf(results), server);

test('which server, when, and under the name of who must act each row that fails', () => {
	const refused = faultOf('tcp.refused', {
		destination: '10.50.0.5',
		address: '10.50.0.5',
	});
	const results = [...blackholes.slice(0, 2), refused, sampleResult({id: 'ntp-0'})];
	assert.deepEqual(linesOf(results), [
		'analytics.uni.edu 10.10.0.10',
		'2026-11-25 14:02 UTC',
		'For the network team:\nrpms.remirepo.net 443/tcp 192.0.2.1 tcp.timeout',
		'mirrors.fedoraproject.org 443/tcp 192.0.2.2 tcp.timeout',
		'For whoever runs 10.50.0.5:\n10.50.0.5 1433/tcp tcp.refused',
	]);
});

test('where nothing fails, that is what it says', () => {
	assert.deepEqual(linesOf([sampleResult()]).slice(2), ['Nothing fails.']);
});

test('what waits for something else is left out', () => {
	const [first] = blackholes;
	assert.ok(first);
	const waiting = {
		...first,
		id: 'bitbucket',
		verdict: 'skipped',
		detail: 'waits',
	} as const;
	assert.doesNotMatch(linesOf([first, waiting]).join('\n'), /waits|bitbucket/);
});

test('whatever the network says, it is ASCII', () => {
	const hostile = faultOf('tcp.refused', {
		...{destination: 'ev\u202Eil\u001B[2J.com', address: '大学'},
	});
	assert.match(linesOf([hostile]).join('\n'), /^[\n -~]*$/);
});
