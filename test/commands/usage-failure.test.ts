import assert from 'node:assert/strict';
import {test} from 'node:test';
import {CommanderError} from 'commander';
import {usageFailure} from '../../source/commands/usage-failure.js';

for (const [message, words, remedies] of [
	["error: missing required argument 'file'", "Missing required argument 'file'.", []],
	[
		"error: unknown option '--jsn'\n(Did you mean --json?)",
		"Unknown option '--jsn'.",
		['Did you mean --json?'],
	],
	[
		"error: option '--every <seconds>' argument '3' is invalid. It must be more.",
		"Option '--every <seconds>' argument '3' is invalid. It must be more.",
		[],
	],
] as const) {
	test(`"${words}" is a sentence`, () => {
		const failure = usageFailure(new CommanderError(1, 'commander.x', message));
		assert.equal(failure.code, 'usage');
		assert.equal(failure.message, words);
		assert.deepEqual(failure.remedies, remedies);
	});
}
