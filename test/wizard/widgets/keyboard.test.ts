import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Press} from '../../../source/wizard/presses.js';
import {openKeyboard} from '../../../source/wizard/widgets/keyboard.js';

const typed = (text: string): Press => ({kind: 'text', text});

test('what is typed while one screen gives way to the next is for the next', () => {
	const {hand, listen} = openKeyboard();
	const heard: string[] = [];
	const hearAs = (name: string) =>
		listen(press => heard.push(`${name} ${press.kind === 'text' ? press.text : ''}`));
	const stop = hearAs('first');
	hand(typed('a'));
	stop();
	hand(typed('b'));
	hand(typed('c'));
	hearAs('second');
	hand(typed('d'));
	assert.deepEqual(heard, ['first a', 'second b', 'second c', 'second d']);
});

test('what has been heard is not heard again by whoever comes later', () => {
	const {hand, listen} = openKeyboard();
	const heard: Press[] = [];
	listen(() => undefined);
	hand(typed('a'));
	listen(press => heard.push(press));
	assert.deepEqual(heard, []);
});

test('a listener that goes because of a press leaves the rest of it to nobody twice', () => {
	const {hand, listen} = openKeyboard();
	const heard: string[] = [];
	const stop = listen(() => {
		heard.push('first');
		stop();
	});
	hand(typed('a'));
	listen(() => heard.push('second'));
	hand(typed('b'));
	assert.deepEqual(heard, ['first', 'second']);
});
