import assert from 'node:assert/strict';
import {afterEach, beforeEach, test} from 'node:test';
import {Text} from 'ink';
import type {Milestone} from '../../../../source/wizard/milestones.js';
import {useProgressLine} from '../../../../source/wizard/screens/step/use-progress-line.js';
import {usePresses} from '../../../../source/wizard/widgets/use-presses.js';
import {keys, mount, pasted} from '../../../helpers/screen.js';

/** Four pages: we are on the third, and the second is not open. */
const milestones: readonly Milestone[] = [
	{title: 'Server', state: 'done', isOpen: true},
	{title: 'Viewers', state: 'to-come', isOpen: false},
	{title: 'Servers', state: 'here', isOpen: true},
	{title: 'Review', state: 'to-come', isOpen: true},
];

let opened: string[];
let passed: string[];
let screen: ReturnType<typeof mount>;
beforeEach(() => {
	opened = [];
	passed = [];
	screen = mount(<Page />);
});
afterEach(() => screen.unmount());

/** A page on which `!` leads to the line. */
function Page() {
	const line = useProgressLine(milestones, index =>
		opened.push(milestones[index]?.title ?? 'nothing'),
	);
	usePresses(press => {
		if (press.kind === 'text' && press.text === '!') {
			line.enter();
		} else if (!line.press(press)) {
			passed.push(press.kind === 'key' ? press.name : press.text);
		}
	});
	return <Text>{milestones[line.pointed ?? -1]?.title ?? 'the form'}</Text>;
}

test('while nobody points at the line, every key is for the form', () => {
	screen.type(`a\r${keys.left}`);
	assert.deepEqual(passed, ['a', 'enter', 'left']);
	assert.equal(screen.text(), 'the form');
});

for (const [name, input, pointed] of [
	['the page that one is on at first', '!', 'Servers'],
	['the one before, past those that are not open', `!${keys.left}`, 'Server'],
	['the one after', `!${keys.right}`, 'Review'],
	['no page before the first', `!${keys.left.repeat(3)}`, 'Server'],
	['no page after the last', `!${keys.right.repeat(3)}`, 'Review'],
	['the same page after Up', `!${keys.up}`, 'Servers'],
	['the same page after Shift-Tab', `!${keys.backTab}`, 'Servers'],
] as const) {
	test(`points at ${name}`, async () => {
		screen.type(input);
		await screen.shows(new RegExp(`^${pointed}$`));
		assert.deepEqual([opened, passed], [[], []]);
	});
}

for (const [name, input, page] of [
	['the page that is pointed at', `!${keys.left}\r`, 'Server'],
	['the page that one is on', '!\r', 'Servers'],
	['the review', `!${keys.right}\r`, 'Review'],
] as const) {
	test(`Enter opens ${name}, and leads back into the form`, async () => {
		screen.type(input);
		assert.deepEqual(opened, [page]);
		await screen.shows(/^the form$/);
		screen.type('\r');
		assert.deepEqual(opened, [page]);
	});
}

for (const [name, key] of [
	['Esc', keys.escape],
	['Down', keys.down],
	['Tab', keys.tab],
] as const) {
	test(`${name} leads back into the form, and does nothing there`, async () => {
		screen.type('!');
		await screen.shows(/^Servers$/);
		screen.type(key);
		await screen.shows(/^the form$/);
		assert.deepEqual([opened, passed], [[], []]);
	});
}

for (const [name, input, text] of [
	['typing', 'x', 'x'],
	['pasting', pasted('10.20.0.0/16'), '10.20.0.0/16'],
	['Backspace', keys.backspace, 'backspace'],
] as const) {
	test(`${name} goes on in the form`, async () => {
		screen.type(`!${keys.left}`);
		await screen.shows(/^Server$/);
		screen.type(input);
		await screen.shows(/^the form$/);
		assert.deepEqual(passed, [text]);
	});
}
