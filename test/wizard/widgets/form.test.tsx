import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {renderToString} from 'ink';
import type {Field, Values} from '../../../source/wizard/field.js';
import {Form} from '../../../source/wizard/widgets/form.js';
import {beginForm, valuesOf} from '../../../source/wizard/widgets/form-state.js';

const fields: readonly Field[] = [
	{kind: 'text', id: 'sql.host', label: 'Host', example: 'mssql.uni.edu'},
	{
		kind: 'text',
		id: 'sql.instance',
		label: 'Named instance',
		example: 'ANALYTICS',
		isOptional: true,
	},
	{
		kind: 'choice',
		id: 'sql.udp',
		label: 'UDP 1433',
		options: [
			{label: 'permitted', value: 'yes'},
			{label: 'not permitted', value: 'no'},
		],
		isShown: values => values['sql.host'] !== 'hide',
	},
];
const draw = (
	values: Values,
	{focus = 'sql.host', isTried = false, faults = {}, shown = fields} = {},
) => {
	const state = {...beginForm(shown, values), focus, isTried};
	return stripVTControlCharacters(
		renderToString(
			<Form
				fields={shown}
				state={state}
				values={valuesOf(shown, state)}
				faults={new Map(Object.entries(faults))}
				height={12}
			/>,
			{columns: 80},
		),
	);
};

test('each field stands beside its label, with an example while it is empty', () => {
	const screen = draw({'sql.udp': 'no'});
	assert.match(screen, /^Host +for example mssql\.uni\.edu$/m);
	assert.match(screen, /^Named instance +none; for example ANALYTICS$/m);
	assert.match(screen, /^UDP 1433 +not permitted$/m);
});

test('all the options show while the keys go to a choice', () => {
	const screen = draw({'sql.udp': 'no'}, {focus: 'sql.udp'});
	assert.match(screen, /^UDP 1433 {10}permitted\n +▸ not permitted$/m);
});

test('a field that is alone needs no label', () => {
	assert.doesNotMatch(draw({}, {shown: fields.slice(0, 1)}), /Host/);
});

test('a field that does not apply is not there', () => {
	assert.doesNotMatch(draw({'sql.host': 'hide'}), /UDP/);
});

const faults = {'sql.host': 'A host name is needed.'};
for (const [name, values, isTried, isSaid] of [
	['what is empty is no fault before the user goes on', {}, false, false],
	['it is one after that', {}, true, true],
	['what is wrong is told while it is typed', {'sql.host': 'x y'}, false, true],
] as const) {
	test(name, () => {
		const screen = draw(values, {isTried, faults});
		assert.equal(/A host name is needed/.test(screen), isSaid);
	});
}

test('a fault stands under its own field', () => {
	const screen = draw({'sql.host': 'x y'}, {faults});
	assert.match(screen, /^Host +x y *\n +[!✗] A host name is needed\.\n\s*\nNamed/m);
});
