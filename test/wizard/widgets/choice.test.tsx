import assert from 'node:assert/strict';
import {afterEach, beforeEach, test} from 'node:test';
import {Choice} from '../../../source/wizard/widgets/choice.js';
import {keys, mount, pasted} from '../../helpers/screen.js';

const options = [
	{label: 'Look at the settings', value: 'review'},
	{label: 'Probe all connections', value: 'probe'},
	{label: 'Leave', value: 'leave'},
] as const;

let chosen: string[];
let menu: ReturnType<typeof mount>;
beforeEach(() => {
	chosen = [];
	menu = mount(
		<Choice
			options={options}
			onChoose={value => chosen.push(value)}
			onLeave={() => chosen.push('Ctrl-C')}
		/>,
	);
});
afterEach(() => menu.unmount());

test('the first option is pointed at, and the others are there', async () => {
	await menu.shows(/▸ Look at the settings\n {2}Probe all connections\n {2}Leave/);
});

for (const [name, input, value] of [
	['Enter', [keys.enter], 'review'],
	['an arrow and Enter in one chunk', [keys.down + keys.enter], 'probe'],
	[
		'keys that come faster than a redraw',
		[keys.down, keys.down, keys.up, keys.enter],
		'probe',
	],
	['Up at the top', [keys.up + keys.enter], 'review'],
	['Down past the end', [keys.down.repeat(9) + keys.enter], 'leave'],
	['Ctrl-C', [keys.interrupt], 'Ctrl-C'],
] as const) {
	test(`${name} chooses "${value}"`, () => {
		input.forEach(menu.type);
		assert.deepEqual(chosen, [value]);
	});
}

test('the arrow shows where it points', async () => {
	menu.type(keys.down);
	await menu.shows(/▸ Probe all connections/);
	assert.deepEqual(chosen, []);
});

test('letters and pastes choose nothing', async () => {
	menu.type('leave');
	menu.type(pasted('leave\r'));
	menu.type(keys.down);
	await menu.shows(/▸ Probe/);
	assert.deepEqual(chosen, []);
});
