import assert from 'node:assert/strict';
import {test} from 'node:test';
import {forMail} from '../../../source/reports/change-request/for-mail.js';
import type {Site} from '../../../source/reports/site.js';
import {wordsIn} from '../document-words.js';
import {runOf} from '../sample-faults.js';
import {sampleResult} from '../sample-results.js';
import {collegeAnswers, sampleSite} from '../sample-site.js';

const wordsFor = (parts: Partial<Site> = {}) => wordsIn(forMail(sampleSite(parts)));

test('says who has to be let in, and by what name it comes', () => {
	const words = wordsFor();
	assert.match(words, /^Mail relay: relay\.college\.example \(10\.6\.0\.25\)$/m);
	assert.match(words, /^Please permit: 10\.1\.0\.5 to send mail to others/m);
	assert.match(words, /^Says EHLO as: reports\.college\.example$/m);
	assert.doesNotMatch(words, /seen|offered/);
});

for (const [security, wanted] of [
	['starttls', /^Encryption: STARTTLS/m],
	['tls', /^Encryption: TLS from the first byte$/m],
	['none', /^Encryption: none$/m],
] as const) {
	test(`says how it is encrypted: ${security}`, () => {
		const smtp = {host: 'relay.college.example', port: 587, security};
		assert.match(wordsFor({answers: collegeAnswers({smtp})}), wanted);
	});
}

test('what the relay offered is told', () => {
	const smtp = {
		...{isStartTlsOffered: true, logins: ['LOGIN', 'PLAIN']},
		tls: {outcome: 'established', version: 'TLSv1.3'},
	};
	const run = runOf([
		sampleResult({id: 'mail', evidence: {journeys: [{seen: {smtp}}]}}),
		sampleResult({id: 'mail-login', detail: 'logs in, message accepted'}),
	]);
	assert.match(
		wordsFor({run}),
		/^STARTTLS seen: offered\nTLS seen: TLSv1\.3\nLogins offered: LOGIN, PLAIN\nTried: logs in, message accepted$/m,
	);
});
