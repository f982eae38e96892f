import assert from 'node:assert/strict';
import {test} from 'node:test';
import {formatPath, stepsOf} from '../../source/answers/answer-path.js';

for (const [keys, path, steps] of [
	[[], '', []],
	[['sql', 'host'], 'sql.host', ['sql', 'host']],
	[['extra', 0, 'peer'], 'extra[0].peer', ['extra', '[0]', 'peer']],
	[['notes', 'sql.host'], 'notes."sql.host"', ['notes', '"sql.host"']],
	[['a b', 'c'], '"a b".c', ['"a b"', 'c']],
	[['a"b', 'c'], '"a"b".c', ['"a"b"', 'c']],
	[['notes', 'a[0]', 1], 'notes."a[0]"[1]', ['notes', '"a[0]"', '[1]']],
	[['a\nb'], '"a\\u{a}b"', ['"a\\u{a}b"']],
] as const) {
	test(`the path of ${JSON.stringify(keys)} is ${path}, and is read as these steps`, () => {
		assert.equal(formatPath(keys), path);
		assert.deepEqual(stepsOf(path), steps);
	});
}
