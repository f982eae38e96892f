import assert from 'node:assert/strict';
import {test} from 'node:test';
import {throughProxy} from '../../../source/reports/change-request/through-proxy.js';
import {wordsIn} from '../document-words.js';
import {runOf} from '../sample-faults.js';
import {sampleResult} from '../sample-results.js';

const way = {via: 'proxy', address: '10.1.0.8', verdict: 'pass', cause: null} as const;
const run = runOf([
	sampleResult({
		...{id: 'bitbucket', destination: 'bitbucket.org', port: 443},
		ways: [{...way, detail: 'HTTP 200', stages: []}],
	}),
	sampleResult({destination: 'db.college.example'}),
]);

for (const audience of ['network', undefined] as const) {
	test(`what a proxy covers, and what still needs a rule, is told to ${audience ?? 'everybody'}`, () => {
		assert.match(
			throughProxy({run}, audience).map(wordsIn).join('\n'),
			/The proxy covers bitbucket\.org \(443\/tcp\)\.\nA firewall rule is still needed for db\.college\.example \(1433\/tcp\)\./,
		);
	});
}

for (const [what, site, audience] of [
	['a team that opens no firewall', {run}, 'dba'],
	['anybody where there is no proxy', {run: runOf([sampleResult()])}, 'network'],
	['anybody before it was tried', {run: undefined}, 'network'],
] as const) {
	test(`nothing of a proxy is told to ${what}`, () => {
		assert.deepEqual(throughProxy(site, audience), []);
	});
}
