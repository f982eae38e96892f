import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Field} from '../../../source/wizard/field.js';
import {
	beginForm,
	pressInForm,
	valuesOf,
} from '../../../source/wizard/widgets/form-state.js';
import {editOf, masked, pressKey} from '../../../source/wizard/widgets/text-edit.js';

const fields: readonly Field[] = [
	{kind: 'text', id: 'user', label: 'User', example: 'looker'},
	{kind: 'secret', id: 'password', label: 'Password'},
];

for (const [value, marks] of [
	['', ''],
	['secret', '••••••'],
	['a b', '•••'],
	// One character each, in two places of UTF-16.
	['🔑🔑', '••'],
] as const) {
	test(`${JSON.stringify(value)} is shown as "${marks}"`, () => {
		assert.deepEqual(masked(editOf(value), '•'), editOf(marks));
	});
}

test('the cursor stands where it does in the secret', () => {
	const edit = pressKey(editOf('a🔑b'), 'left') ?? assert.fail();
	assert.deepEqual(masked(edit, '•'), {value: '•••', cursor: 2});
});

test('a secret never begins with a value that was kept', () => {
	const state = beginForm(fields, {user: 'looker', password: 'secret'});
	assert.deepEqual(valuesOf(fields, state), {user: 'looker', password: ''});
});

for (const [id, value] of [
	['user', 'two  spaces'],
	['password', ' two  spaces'],
] as const) {
	test(`what is pasted into ${id} is one line, without what does not belong to it`, () => {
		const begun = {...beginForm(fields, {}), focus: id};
		const pasted = {kind: 'paste', text: ' two\u0007  spaces\r\nmore'} as const;
		const {state} = pressInForm(fields, begun, pasted);
		assert.equal(valuesOf(fields, state)[id], value);
	});
}
