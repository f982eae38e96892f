import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	describeSessionEnd,
	remarkOn,
	takeOverQuestion,
} from '../../../source/wizard/words/following.js';
import {exampleView} from '../../session/example-view.js';

const size = {columns: 80, rows: 24};

for (const [name, change, words] of [
	['of the same size', {}, ''],
	['in a smaller window', {columns: 60, rows: 20}, ''],
	[
		'in a wider window',
		{columns: 132},
		'its window is larger, 132 by 24: a part is shown',
	],
	['in a higher window', {rows: 50}, 'its window is larger, 80 by 50: a part is shown'],
	['that has drawn nothing', {frame: ''}, 'it shows no picture'],
	[
		'that has lost its line, in a larger window',
		{isLost: true, rows: 50},
		'its line has dropped: it ends when this is done; its window is larger, 80 by 50: a part is shown',
	],
] as const) {
	test(`of a session ${name} is said "${words}"`, () => {
		assert.equal(remarkOn({...exampleView, ...change}, size), words);
	});
}

for (const [name, change, words] of [
	[
		'says who is there since when',
		{},
		/jsmith from 10\.40\.0\.8 .* 2026-11-22 14:02 UTC/,
	],
	['says what is kept', {}, /Everything that was answered and typed is kept/],
	['says what is broken off', {isLost: true}, /that would be broken off/],
	['is none while rules are put into effect', {isApplying: true}, /must not be cut off/],
	['is none while they are on trial', {isOnTrial: true}, /kept or undone here too/],
] as const) {
	test(`the question whether to take over ${name}`, () => {
		const {question, paragraphs} = takeOverQuestion({...exampleView, ...change});
		assert.match([question, ...paragraphs].join(' '), words);
	});
}

for (const [name, end, change, words] of [
	['left', {state: 'left'}, {}, /^jsmith .* has left the setup\. .* is kept/],
	['left with its rules applied', {state: 'left'}, {isApplied: true}, /has applied the/],
	['lost', {state: 'lost'}, {}, /was lost: its line dropped/],
	[
		'taken over',
		{state: 'taken-over', by: {user: 'root', terminal: '/dev/tty1'}},
		{},
		/^root at \/dev\/tty1 goes on with the setup of jsmith/,
	],
] as const) {
	test(`a session that was ${name} is described as such`, () => {
		assert.match(describeSessionEnd(end, {...exampleView, ...change}), words);
	});
}
