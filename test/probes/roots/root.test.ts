import assert from 'node:assert/strict';
import {test} from 'node:test';
import {judgement} from '../../../source/probes/judgement.js';
import {fails, isSoftened, ownResult} from '../../../source/probes/roots/root.js';
import {found, place} from './recorded-findings.js';

test('what is about this server itself has no port, and its evidence', () => {
	const judged = judgement('clock.off', 'clock 2 days slow', {
		named: 'clock 2 days slow',
	});
	const result = ownResult('clock', judged, place, {offsets: [1, 2]});
	assert.deepEqual(
		[result.id, result.source, result.destination, result.port, result.protocol],
		['clock', 'analytics.uni.edu', 'this server', null, null],
	);
	assert.equal(result.verdict, 'fail');
	assert.match(result.remedy ?? '', /clock 2 days slow/);
	assert.deepEqual(result.evidence, {offsets: [1, 2]});
});

for (const [name, finding, isFailing, isSoft] of [
	['what is proven', found('mail', null), false, false],
	['what fails', found('mail', 'tcp.timeout'), true, false],
	['what would fail alone', found('mail', 'tcp.timeout', {verdict: 'warn'}), false, true],
	['what only warns', found('mail', 'smtp.slow'), false, false],
	['what cannot be proven', found('sql-udp', 'udp.no-reply-by-design'), false, false],
] as const) {
	test(`${name} ${isFailing ? 'fails' : 'does not fail'}, and is ${isSoft ? '' : 'not '}made up for`, () => {
		assert.equal(fails(finding), isFailing);
		assert.equal(isSoftened(finding), isSoft);
	});
}
