import assert from 'node:assert/strict';
import {test} from 'node:test';
import {progressStyleIn} from '../../source/commands/progress-style.js';

for (const [words, style] of [
	['plan', 'auto'],
	['plan --progress json', 'json'],
	['plan --progress=json', 'json'],
	['--progress none apply', 'none'],
	// The last one counts, as with every flag.
	['plan --progress json --progress none', 'none'],
	['plan --progress=json --progress auto', 'auto'],
	// What is wrong is told in words.
	['plan --progress xml', 'auto'],
	['plan --progress', 'auto'],
	// What follows "--" is no flag.
	['probe -- --progress json', 'auto'],
] as const) {
	test(`"${words}" asks for ${style}`, () => {
		assert.equal(progressStyleIn(words.split(' ')), style);
	});
}
