import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {Key} from 'ink';
import {type KeyName, pressesOf} from '../../source/wizard/presses.js';
import {pressed} from './press.js';

const noKey: Key = {
	upArrow: false,
	downArrow: false,
	leftArrow: false,
	rightArrow: false,
	pageDown: false,
	pageUp: false,
	home: false,
	end: false,
	return: false,
	escape: false,
	ctrl: false,
	shift: false,
	tab: false,
	backspace: false,
	delete: false,
	meta: false,
	super: false,
	hyper: false,
	capsLock: false,
	numLock: false,
};

for (const [chunk, presses] of [
	['a', ['a']],
	['10.0.0.1\r', ['10.0.0.1', '<enter>']],
	['10.0.0.1\n', ['10.0.0.1', '<enter>']],
	['10.0.0.1\r\n', ['10.0.0.1', '<enter>']],
	['\r\r', ['<enter>', '<enter>']],
	['\r\n\r\n', ['<enter>', '<enter>']],
	['a\tb', ['a', '<tab>', 'b']],
	['a\r\tb\r', ['a', '<enter>', '<tab>', 'b', '<enter>']],
	['a\u0007b', ['a', 'b']],
	['\u0000\u001F\u009F', []],
	['', []],
	['bücher ☕ 😀', ['bücher ☕ 😀']],
	// Ctrl-U, Ctrl-A and Ctrl-E in the same read as letters, as on a slow line.
	['wrong\u0015right', ['wrong', '<clear>', 'right']],
	['b\u0001a\u0005c', ['b', '<home>', 'a', '<end>', 'c']],
	['ab\u007Fc\u0003', ['ab', '<backspace>', 'c', '<interrupt>']],
] as const) {
	test(`the chunk ${JSON.stringify(chunk)} is ${presses.join(' ') || 'nothing'}`, () => {
		assert.deepEqual(pressesOf(chunk, noKey), pressed(...presses));
	});
}

for (const [input, key, name] of [
	['\r', {return: true}, 'enter'],
	['\t', {tab: true}, 'tab'],
	['', {tab: true, shift: true}, 'back-tab'],
	['', {escape: true}, 'escape'],
	['', {upArrow: true, meta: true}, 'up'],
	['', {backspace: true, meta: true}, 'backspace'],
	['', {upArrow: true}, 'up'],
	['', {downArrow: true}, 'down'],
	['', {leftArrow: true}, 'left'],
	['', {rightArrow: true}, 'right'],
	['', {home: true}, 'home'],
	['', {end: true}, 'end'],
	['', {pageUp: true}, 'page-up'],
	['', {pageDown: true}, 'page-down'],
	['', {backspace: true}, 'backspace'],
	['', {delete: true}, 'delete'],
	['a', {ctrl: true}, 'home'],
	['e', {ctrl: true}, 'end'],
	['u', {ctrl: true}, 'clear'],
	['c', {ctrl: true}, 'interrupt'],
] satisfies ReadonlyArray<readonly [string, Partial<Key>, KeyName]>) {
	test(`${Object.keys(key).join(' ')} ${input.trim()} is the key ${name}`, () => {
		assert.deepEqual(pressesOf(input, {...noKey, ...key}), [{kind: 'key', name}]);
	});
}

for (const [input, key, name] of [
	['', {escape: true}, 'escape'],
	['\r', {return: true}, 'enter'],
	['\t', {tab: true}, 'tab'],
	['u', {ctrl: true}, 'clear'],
] satisfies ReadonlyArray<readonly [string, Partial<Key>, KeyName]>) {
	test(`Esc in one chunk with the key ${name} is both`, () => {
		assert.deepEqual(
			pressesOf(input, {...noKey, ...key, meta: true}),
			pressed('<escape>', `<${name}>`),
		);
	});
}

for (const key of [{ctrl: true}, {meta: true}]) {
	test(`${Object.keys(key)[0]} with another letter types nothing`, () => {
		assert.deepEqual(pressesOf('x', {...noKey, ...key}), []);
	});
}

test('whatever arrives, what is typed has no control character and loses no other', () => {
	const character = fc.oneof(
		fc.string({unit: 'binary', minLength: 1, maxLength: 1}),
		fc.constantFrom('\r', '\t', '\u0007', '\u001B'),
	);
	fc.assert(
		fc.property(fc.array(character, {maxLength: 20}), characters => {
			const chunk = characters.join('');
			const texts = pressesOf(chunk, noKey).flatMap(press =>
				press.kind === 'text' ? press.text : [],
			);
			assert.equal(texts.join(''), chunk.replaceAll(/\p{Cc}/gu, ''));
		}),
	);
});
