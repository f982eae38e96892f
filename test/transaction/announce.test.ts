import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Failure} from '../../source/failure.js';
import type {RunCommand} from '../../source/host/command.js';
import {announce} from '../../source/transaction/announce.js';

test('it is said on every terminal', async () => {
	const asked: string[] = [];
	const run: RunCommand = async (file, arguments_) => {
		asked.push([file, ...arguments_].join(' '));
		return {stdout: '', stderr: ''};
	};
	await announce('The old rules are back.', run);
	assert.deepEqual(asked, ['wall analytics-setup: The old rules are back.']);
});

test('a missing wall does not fail the work', async () => {
	const run: RunCommand = async file => {
		throw new Failure('command.failed', `"${file}" is not installed`);
	};
	await announce('The old rules are back.', run);
});
