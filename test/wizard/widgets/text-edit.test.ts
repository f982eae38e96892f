import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {KeyName} from '../../../source/wizard/presses.js';
import {
	editOf,
	insert,
	pressInText,
	pressKey,
	type TextEdit,
} from '../../../source/wizard/widgets/text-edit.js';
import {pressed} from '../press.js';

const after = (value: string, ...inputs: readonly string[]): TextEdit =>
	pressed(...inputs).reduce(
		(edit, press) =>
			press.kind === 'key'
				? (pressKey(edit, press.name) ?? edit)
				: insert(edit, press.text),
		editOf(value),
	);

for (const [value, inputs, wanted, cursor] of [
	['', ['a', 'b'], 'ab', 2],
	['ac', ['<left>', 'b'], 'abc', 2],
	['bc', ['<home>', 'a'], 'abc', 1],
	['ab', ['<home>', '<end>', 'c'], 'abc', 3],
	['abc', ['<backspace>'], 'ab', 2],
	['abc', ['<left>', '<backspace>'], 'ac', 1],
	['abc', ['<home>', '<backspace>'], 'abc', 0],
	['abc', ['<home>', '<delete>'], 'bc', 0],
	['abc', ['<delete>'], 'abc', 3],
	['abc', ['<right>', '<right>'], 'abc', 3],
	['abc', ['<home>', '<left>'], 'abc', 0],
	['abc', ['<clear>', 'x'], 'x', 1],
	['abc', ['<home>', '<right>', '<right>', '<delete>'], 'ab', 2],
	// The cursor counts characters: one key takes a whole one away.
	['ab😀', ['<backspace>'], 'ab', 2],
	['😀b', ['<home>', '<delete>'], 'b', 0],
	['😀', ['<left>', 'a'], 'a😀', 1],
] as const) {
	test(`"${value}" and then ${inputs.join(' ')} is "${wanted}"`, () => {
		assert.deepEqual(after(value, ...inputs), {value: wanted, cursor});
	});
}

for (const [name, unseen] of [
	['control characters', '\u0007\u001B\u009B'],
	['a zero-width space', '\u200B'],
	['a byte order mark', '\uFEFF'],
	['an override of the direction', '\u202E'],
	['an isolate', '\u2066'],
	['a line separator', '\u2028'],
	['half a character', '\uD83D'],
] as const) {
	test(`${name} among the text is left out, typed or pasted`, () => {
		const text = `b${unseen}c`;
		for (const kind of ['text', 'paste'] as const) {
			const edit = pressInText({value: 'ad', cursor: 1}, {kind, text});
			assert.deepEqual(edit, {value: 'abcd', cursor: 3});
		}
	});
}

for (const name of [
	'enter',
	'tab',
	'back-tab',
	'up',
	'down',
	'page-up',
	'escape',
] as const) {
	test(`${name} edits nothing`, () => {
		assert.equal(pressKey(editOf('abc'), name), undefined);
	});
}

test('whatever is pressed, the cursor stays in the text', () => {
	const names = ['left', 'right', 'home', 'end', 'clear', 'backspace', 'delete'] as const;
	const key = fc
		.constantFrom(...names)
		.map(name => (edit: TextEdit) => pressKey(edit, name));
	const text = fc.string().map(typed => (edit: TextEdit) => insert(edit, typed));
	fc.assert(
		fc.property(fc.array(fc.oneof(key, text)), changes => {
			let edit: TextEdit | undefined = editOf('begin');
			for (const change of changes) {
				edit = change(edit) ?? assert.fail('a key that edits gave nothing');
				assert.ok(edit.cursor >= 0 && edit.cursor <= edit.value.length);
			}
		}),
	);
});

test('Backspace takes back what was typed, wherever the cursor stands', () => {
	fc.assert(
		fc.property(fc.string({unit: 'grapheme-ascii'}), fc.nat(20), (value, steps) => {
			const lefts = Array<KeyName>(steps).fill('left');
			const before = lefts.reduce(
				(edit, key) => pressKey(edit, key) ?? edit,
				editOf(value),
			);
			assert.deepEqual(pressKey(insert(before, 'x'), 'backspace'), before);
		}),
	);
});
