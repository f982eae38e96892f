import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	nameOfParty,
	partiesIn,
	partyOf,
	resultsAbout,
	resultsFor,
} from '../../source/reports/party.js';
import {faultOf} from './sample-faults.js';
import {sampleResult} from './sample-results.js';

const refused = faultOf('tcp.refused');
const silent = faultOf('tcp.timeout', {id: 'bitbucket', destination: 'bitbucket.org'});
const waiting = {...silent, id: 'acc-blob', verdict: 'skipped'} as const;
const proven = sampleResult({id: 'ntp-0'});
const unused = faultOf('answers.not-used', {id: 'sendgrid'});

for (const [name, result, wanted] of [
	['what fails', silent, {owner: 'network'}],
	['what waits', waiting, {owner: 'network'}],
	['the other end', refused, {owner: 'remote', destination: 'mssql.uni.edu'}],
	['what nobody is named for', {...silent, owner: null}, {owner: 'this-host'}],
	['what is proven', proven, undefined],
	['what is not used', unused, undefined],
] as const) {
	test(`who must act: ${name}`, () => {
		assert.deepEqual(partyOf(result), wanted);
	});
}

test('a party has what it must act on and what waits for that, and no rows that others judge', () => {
	const https = {...silent, id: 'https', destination: 'any destination'};
	const results = [https, silent, waiting, refused, proven, unused];
	assert.deepEqual(resultsFor({owner: 'network'}, results), [silent, waiting]);
});

test('everybody who must act is named once, in the order of the summary', () => {
	const mail = faultOf('tcp.refused', {id: 'mail', destination: 'smtp.uni.edu'});
	const own = faultOf('listen.nothing', {id: 'viewers'});
	const results = [refused, mail, {...refused, id: 'sql-udp'}, silent, waiting, own];
	assert.deepEqual(partiesIn(results).map(nameOfParty), [
		'you, on this server',
		'the network team',
		'whoever runs mssql.uni.edu',
		'whoever runs smtp.uni.edu',
	]);
});

test('a row is told with those under it, and with what it waits for', () => {
	const https = {...silent, id: 'https', destination: 'any destination'};
	const results = [https, silent, refused, proven];
	assert.deepEqual(resultsAbout(https, results), [https, silent]);
	assert.deepEqual(resultsAbout(refused, results), [refused]);
	assert.deepEqual(resultsAbout(waiting, [silent, refused, waiting]), [silent, waiting]);
});
