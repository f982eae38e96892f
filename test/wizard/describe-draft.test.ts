import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answers} from '../../source/answers/schema.js';
import {describeDraft} from '../../source/wizard/describe-draft.js';
import {exampleAnswers, recordedMachine} from '../helpers/recorded-machine.js';

const {facts} = recordedMachine();
const nobody: Answers['viewers'] = {subnets: []};
const viewers = {subnets: ['10.99.0.0/16']};

for (const [name, draft, saved, expected] of [
	['without a draft', undefined, exampleAnswers, []],
	[
		'that was never configured, with answers alone',
		{answers: {viewers}, typed: {}},
		undefined,
		[],
	],
	[
		'with answers as they were saved',
		{answers: {viewers: exampleAnswers.viewers}, typed: {}},
		exampleAnswers,
		[],
	],
	[
		'with other answers than were saved',
		{answers: {viewers}, typed: {}},
		exampleAnswers,
		['Answers were changed before, and are not applied: the settings show them.'],
	],
	[
		'with something typed on two pages',
		{
			answers: {},
			typed: {viewers: {'viewers.subnets': ['10.9']}, sql: {'sql.host': 'ms'}},
		},
		undefined,
		['What was typed on "Viewers" and "SQL" is still there.'],
	],
	[
		'with pages that are as they begin',
		{
			answers: {},
			typed: {
				viewers: {'viewers.subnets': []},
				servers: {'appsanywhere.servers': exampleAnswers.appsanywhere.servers},
			},
		},
		{...exampleAnswers, viewers: nobody},
		[],
	],
] as const) {
	test(`of a server ${name} is said: ${expected.join(' ') || 'nothing'}`, () => {
		assert.deepEqual(describeDraft(draft, {saved, isCompared: true, facts}), expected);
	});
}
