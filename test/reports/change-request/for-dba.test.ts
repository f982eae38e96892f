import assert from 'node:assert/strict';
import {test} from 'node:test';
import {forDba} from '../../../source/reports/change-request/for-dba.js';
import type {Site} from '../../../source/reports/site.js';
import {wordsIn} from '../document-words.js';
import {runOf} from '../sample-faults.js';
import {sampleResult} from '../sample-results.js';
import {collegeAnswers, sampleSite} from '../sample-site.js';

const wordsFor = (parts: Partial<Site> = {}) => wordsIn(forDba(sampleSite(parts)));
const seenAs = (sql: object) =>
	wordsFor({
		run: runOf([sampleResult({evidence: {journeys: [{seen: {dialled: {}, sql}}]}})]),
	});
const tls = {
	...{outcome: 'established', version: 'TLSv1.2'},
	certificates: [{subject: 'db.college.example', validTo: '2027-01-31T00:00:00.000Z'}],
};

test('says how this server logs in, and from where', () => {
	const words = wordsFor();
	assert.match(words, /^Login: SQL Server authentication.* domain do not work\.$/m);
	assert.match(words, /^Comes from: reports\.college\.example \(10\.1\.0\.5\)$/m);
	assert.match(words, /^Instance: the default one$/m);
	assert.match(words, /^Login tried: not yet$/m);
});

test('a named instance is told with SQL Browser', () => {
	const sql = {host: 'db.college.example', port: 51_433, udp: false, instance: 'REPORTS'};
	assert.match(
		wordsFor({answers: collegeAnswers({sql})}),
		/^Instance: REPORTS; .* SQL Browser on 1434 UDP$/m,
	);
});

for (const [what, sql, wanted] of [
	[
		'encrypts',
		{outcome: 'answered', version: '16.0.1000', isStrict: false, tls},
		/^Version seen: 16\.0\.1000\nEncryption seen: yes, TLSv1\.2, certificate for db\.college\.example, valid until 2027-01-31$/m,
	],
	[
		'encrypts before everything else',
		{outcome: 'answered', version: '16.0.1000', isStrict: true, tls},
		/^Encryption seen: strict \(TLS before everything else\), TLSv1\.2/m,
	],
	[
		'does not encrypt',
		{outcome: 'answered', version: undefined, isStrict: false},
		/^Version seen: the server tells none\nEncryption seen: none: please switch/m,
	],
	[
		'cannot agree on encryption',
		{outcome: 'answered', isStrict: false, tls: {outcome: 'refused'}},
		/^Encryption seen: it fails$/m,
	],
] as const) {
	test(`a SQL Server that ${what} is told so`, () => {
		assert.match(seenAs(sql), wanted);
	});
}

for (const [what, words] of [
	['never answered', seenAs({outcome: 'timeout', words: ''})],
	['was never reached', wordsFor({run: runOf([sampleResult()])})],
	['was not tried', wordsFor()],
] as const) {
	test(`of a SQL Server that ${what} nothing is said to be seen`, () => {
		assert.doesNotMatch(words, / seen: /);
	});
}

test('what came of a login is told', () => {
	const login = sampleResult({id: 'sql-login', detail: 'logs in, database opens'});
	assert.match(
		wordsFor({run: runOf([login])}),
		/^Login tried: logs in, database opens$/m,
	);
});
