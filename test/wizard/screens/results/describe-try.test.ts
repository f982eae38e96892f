import assert from 'node:assert/strict';
import {test} from 'node:test';
import {describeTry} from '../../../../source/wizard/screens/results/describe-try.js';
import {faultOf} from '../../../reports/sample-faults.js';
import {sampleResult} from '../../../reports/sample-results.js';

const proven = sampleResult();
const silent = faultOf('tcp.timeout');
const refused = faultOf('tcp.refused');

for (const [what, before, after, words] of [
	['still fails in the same way', [silent], [silent], 'as before'],
	['is still proven', [proven], [proven], 'as before'],
	['works now', [silent], [proven], 'now pass'],
	['works no more', [proven], [silent], 'now fail'],
	['fails in another way', [silent], [refused], 'still fail, for another reason'],
	['still fails at one of its ends', [silent, proven], [proven, silent], 'as before'],
] as const) {
	test(`a row that ${what} says so`, () => {
		assert.equal(describeTry('sql-tcp', before, after), `Tried again: ${words}`);
	});
}

test('another row that has changed meanwhile is not what is told', () => {
	const other = {id: 'bitbucket'};
	const before = [silent, faultOf('tcp.timeout', other)];
	const after = [silent, sampleResult(other)];
	assert.equal(describeTry('sql-tcp', before, after), 'Tried again: as before');
});
