import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Values} from '../../../../source/wizard/field.js';
import {judgeTyped} from '../../../../source/wizard/screens/step/judge-typed.js';
import {judgeStep, type WizardStep} from '../../../../source/wizard/step.js';
import {support} from '../../../../source/wizard/steps/support.js';
import {viewers} from '../../../../source/wizard/steps/viewers.js';
import {
	beginForm,
	pressInForm,
	valuesOf,
} from '../../../../source/wizard/widgets/form-state.js';
import {pressed} from '../../press.js';

/** What is wrong on a page that began with these values, after these presses. */
const faultsAfter = (step: WizardStep, begin: Values, ...inputs: readonly string[]) => {
	let state = beginForm(step.fields, begin);
	for (const press of pressed(...inputs)) {
		({state} = pressInForm(step.fields, state, press));
	}

	const values = valuesOf(step.fields, state);
	const {faults} = judgeStep(step, values, {});
	return [...judgeTyped(step, state, {values, faults}, {}).keys()];
};

const list = (...subnets: readonly string[]) => ({'viewers.subnets': subnets});
for (const [name, begin, inputs, wanted] of [
	['what stands in the list', list('10.0.0.0/33', '10.0.0.0/8'), [], [0]],
	['what is typed behind it', list('10.0.0.0/8'), ['10.0.0.0/33'], [1]],
	['what is typed, with what stands there', list('x', '10.0.0.0/8'), ['y'], [0, 2]],
	['one of several that are typed', list('10.0.0.0/8'), ['10.1.0.0, 10.0.0.0/33'], [1]],
	['nothing, when that is well', list('10.0.0.0/8'), ['10.0.0.0/255.255.0.0'], []],
	['what is changed', list('10.0.0.0/8', 'x'), ['<up>', '<up>', '<enter>', '8'], [1, 0]],
	['not what was changed', list('10.0.0.0/33'), ['<up>', '<enter>', '<backspace>'], []],
	['not what is being emptied', list('x'), ['<up>', '<enter>', '<clear>'], []],
] as const) {
	test(`a page tells of ${name}`, () => {
		const paths = wanted.map(index => `viewers.subnets[${index}]`);
		assert.deepEqual(faultsAfter(viewers, begin, ...inputs), paths);
	});
}

test('a list is not empty while something is typed into it', () => {
	const begin = {'support.enabled': 'yes', 'support.sources': []};
	assert.deepEqual(faultsAfter(support, begin), ['support.sources']);
	assert.deepEqual(faultsAfter(support, begin, '<tab>', '10.0.0.1'), []);
});

test('values that stay as they are are not judged again', () => {
	const values = list('10.0.0.0/8');
	const draft = {};
	const judged = judgeStep(viewers, values, draft);
	assert.equal(judgeStep(viewers, {...values}, draft), judged);
	assert.notEqual(judgeStep(viewers, list('10.0.0.0/8'), draft), judged);
	assert.deepEqual(
		[...judgeStep(viewers, list('x'), draft).faults.keys()],
		['viewers.subnets[0]'],
	);
});
