import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import type {Field} from '../../../source/wizard/field.js';
import type {Press} from '../../../source/wizard/presses.js';
import {
	beginForm,
	type FormChange,
	pressInForm,
	previewOf,
	shownFields,
	valuesOf,
} from '../../../source/wizard/widgets/form-state.js';
import {pressed} from '../press.js';

const note = {text: '', isWarning: false};
const describe = () => ({on: () => note, onTyped: () => note});
const fields: readonly Field[] = [
	{kind: 'text', id: 'host', label: 'Host', example: 'mssql.uni.edu'},
	{
		kind: 'choice',
		id: 'open',
		label: 'Open',
		options: [
			{label: 'yes', value: 'yes'},
			{label: 'maybe', value: 'maybe'},
			{label: 'no', value: 'no'},
		],
	},
	{
		kind: 'list',
		id: 'sources',
		label: 'Sources',
		example: '10.0.0.0/8',
		describe,
		isShown: ({open}) => open !== 'no',
	},
];

const after = (...inputs: ReadonlyArray<string | Press>) => {
	let state = beginForm(fields, {host: 'sql', open: 'yes', sources: ['a']});
	let left: FormChange['left'];
	for (const input of inputs) {
		const presses = typeof input === 'string' ? pressed(...input.split(' ')) : [input];
		for (const press of presses) {
			({state, left} = pressInForm(fields, state, press));
		}
	}

	return {state, left, values: valuesOf(fields, state)};
};

suite('where the keys go', () => {
	for (const [inputs, focus] of [
		['', 'host'],
		['<enter>', 'open'],
		['<tab>', 'open'],
		['<down>', 'open'],
		['<enter> <enter>', 'sources'],
		['<tab> <tab>', 'sources'],
		['<tab> <back-tab>', 'host'],
		['<back-tab>', 'host'],
		['<up>', 'host'],
		['<left> <right>', 'host'],
		['<page-down>', 'host'],
		['<tab> <up>', 'host'],
		['<tab> <left>', 'host'],
		['<tab> <down>', 'open'],
		['<tab> <down> <down> <back-tab>', 'host'],
		['<tab> x', 'open'],
		['<tab> <tab> <up>', 'sources'],
		['<tab> <tab> <up> <up>', 'open'],
		['<tab> <tab> <back-tab>', 'open'],
		['<tab> <tab> b <enter>', 'sources'],
	] as const) {
		test(`after "${inputs}" they go to ${focus}`, () => {
			const {state} = inputs === '' ? after() : after(inputs);
			assert.equal(state.focus, focus);
		});
	}
});

for (const [inputs, open] of [
	['<tab> <down>', 'maybe'],
	['<tab> <right>', 'maybe'],
	['<tab> <down> <down>', 'no'],
	['<tab> <down> <down> <up>', 'maybe'],
	['<tab> <up>', 'yes'],
	['<tab> <down> <down> <down> <down>', 'no'],
] as const) {
	test(`after "${inputs}" the choice is ${open}`, () => {
		assert.equal(after(inputs).values.open, open);
	});
}

for (const [inputs, left] of [
	['<enter>', undefined],
	['<enter> <enter>', undefined],
	['<enter> <enter> <enter>', 'forwards'],
	['<tab> <tab> <tab>', 'forwards'],
	['<tab> <tab> b <enter>', undefined],
	['<tab> <tab> b <enter> <enter>', 'forwards'],
	['<tab> <tab> <down>', undefined],
	['<back-tab>', 'backwards'],
	['<up>', 'backwards'],
	['<left>', undefined],
	['<tab> <back-tab> <up>', 'backwards'],
	// "no" hides the list: the choice is the last field then.
	['<tab> <down> <down> <enter>', 'forwards'],
] as const) {
	const words = left === undefined ? 'it goes on' : `the form is left ${left}`;
	test(`after "${inputs}" ${words}`, () => {
		const change = after(inputs);
		assert.equal(change.left, left);
		assert.equal(change.state.isTried, left === 'forwards');
	});
}

test('a pasted line break is no second answer', () => {
	const {values, left} = after('<clear>', {
		kind: 'paste',
		text: ' a.edu\nb.edu\n',
	});
	assert.equal(values.host, 'a.edu');
	assert.equal(left, undefined);
});

test('several lines pasted into a list are several entries', () => {
	const {values} = after('<tab> <tab>', {kind: 'paste', text: 'b\nc'});
	assert.deepEqual(values.sources, ['a', 'b', 'c']);
});

test('a field that is hidden keeps what was in it', () => {
	const {values} = after('<tab> <tab> b <enter> <back-tab> <down> <down>');
	assert.deepEqual(values.sources, ['a', 'b']);
	assert.deepEqual(
		shownFields(fields, values).map(({id}) => id),
		['host', 'open'],
	);
});

test('the preview has what is being typed, the values do not yet', () => {
	const {state, values} = after('<tab> <tab> b');
	assert.deepEqual(values.sources, ['a']);
	assert.deepEqual(previewOf(fields, state).sources, ['a', 'b']);
	assert.equal(previewOf(fields, state).host, 'sql');
});

for (const inputs of ['b <up> <up>', 'b <back-tab>', 'b <up> <tab> <up> <up>']) {
	test(`an entry being typed is not lost when "${inputs}" leads away from it`, () => {
		const {values, left} = after(`<tab> <tab> ${inputs} <down> <down> <enter>`);
		assert.equal(left, 'forwards');
		assert.deepEqual(values.sources, ['a', 'b']);
	});
}

test('fields begin empty where a saved draft has something else', () => {
	const state = beginForm(fields, {host: ['x'], open: 'perhaps', sources: 'y'});
	assert.deepEqual(valuesOf(fields, state), {host: '', open: 'yes', sources: []});
});

test('a page without fields is left by Enter', () => {
	const state = beginForm([], {});
	assert.equal(pressInForm([], state, {kind: 'key', name: 'enter'}).left, 'forwards');
	assert.equal(pressInForm([], state, {kind: 'key', name: 'up'}).left, 'backwards');
});

test('whatever is pressed, the keys go to a field that can be seen', () => {
	const inputs = [
		'a',
		'<enter>',
		'<tab>',
		'<back-tab>',
		'<up>',
		'<down>',
		'<left>',
		'<clear>',
	];
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...inputs)), presses => {
			const {state, values} = after(...presses);
			assert.ok(shownFields(fields, values).some(({id}) => id === state.focus));
		}),
	);
});
