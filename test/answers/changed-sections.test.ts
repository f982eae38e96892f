import assert from 'node:assert/strict';
import {test} from 'node:test';
import {changedSections} from '../../source/answers/changed-sections.js';
import {sampleAnswers} from '../helpers/sample.js';

const answers = sampleAnswers();
const {sql: _sql, ...withoutSql} = answers;

for (const [name, draft, wanted] of [
	['nothing', sampleAnswers(), []],
	['an answer', sampleAnswers({server: {hostname: 'other.uni.edu'}}), ['server']],
	['an entry of a list', sampleAnswers({viewers: {subnets: []}}), ['viewers']],
	['what is not answered yet', withoutSql, ['sql']],
] as const) {
	test(`${name} is found to have changed: ${wanted.join(', ') || 'no section'}`, () => {
		assert.deepEqual(changedSections(draft, answers), wanted);
	});
}
