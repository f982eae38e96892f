import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	indexOfEntry,
	listCommandIn,
} from '../../../source/wizard/conversation/list-command.js';

for (const [typed, command] of [
	['', {kind: 'add', text: '', isEnd: true}],
	['  ', {kind: 'add', text: '', isEnd: true}],
	['10.20.0.0/16', {kind: 'add', text: '10.20.0.0/16', isEnd: false}],
	['10.20.0.0/16\n', {kind: 'add', text: '10.20.0.0/16', isEnd: true}],
	['a\n\nb', {kind: 'add', text: 'a\n\nb', isEnd: false}],
	['list', {kind: 'read-out', from: 1}],
	['LIST 11', {kind: 'read-out', from: 11}],
	['list 0', {kind: 'read-out', from: 1}],
	['list.uni.edu', {kind: 'add', text: 'list.uni.edu', isEnd: false}],
	['file ~/networks.csv', {kind: 'import', path: '~/networks.csv'}],
	['file', {kind: 'add', text: 'file', isEnd: false}],
	['-3', {kind: 'take-away', which: '3'}],
	['- 10.20.0.0/16', {kind: 'take-away', which: '10.20.0.0/16'}],
	['- a\n- b', {kind: 'add', text: '- a\n- b', isEnd: false}],
] as const) {
	test(`${JSON.stringify(typed)} is to ${command.kind}`, () => {
		assert.deepEqual(listCommandIn(typed), command);
	});
}

for (const [which, index] of [
	['b', 1],
	['2', 1],
	['0', -1],
	['4', -1],
	['c', -1],
] as const) {
	test(`"${which}" of two entries is the one at ${index}`, () => {
		assert.equal(indexOfEntry(['a', 'b'], which), index);
	});
}
