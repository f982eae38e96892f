import assert from 'node:assert/strict';
import {test} from 'node:test';
import {mergeAnswers} from '../../source/answers/merge-answers.js';

for (const [name, files, merged] of [
	['one file stays as it is', [{a: {b: 1}}], {a: {b: 1}}],
	['sections of both are there', [{a: {b: 1}}, {c: {d: 2}}], {a: {b: 1}, c: {d: 2}}],
	[
		'a section is merged',
		[{a: {b: 1, c: 1}}, {a: {c: 2, d: 2}}],
		{a: {b: 1, c: 2, d: 2}},
	],
	['a list is replaced', [{a: {b: [1, 2, 3]}}, {a: {b: [4]}}], {a: {b: [4]}}],
	['a list of sections too', [{a: [{b: 1}]}, {a: [{c: 2}]}], {a: [{c: 2}]}],
	['null is a value', [{a: {b: 1, c: 1}}, {a: {b: null}}], {a: {b: null, c: 1}}],
	['a section may be emptied', [{a: {b: 1}}, {a: null}], {a: null}],
	['and filled again', [{a: {b: 1}}, {a: null}, {a: {c: 1}}], {a: {c: 1}}],
	['the last counts most', [{a: {b: 1}}, {a: {b: 2}}, {a: {b: 3}}], {a: {b: 3}}],
	[
		'what a setting holds is replaced whole',
		[{sql: {login: {user: 'a', password: {env: 'A'}}}}, {sql: {login: {user: 'b'}}}],
		{sql: {login: {user: 'b'}}},
	],
] as const) {
	test(`of several files, ${name}`, () => {
		assert.deepEqual(mergeAnswers(files), merged);
	});
}

test('a setting with the name of a prototype changes nothing else', () => {
	const merged = mergeAnswers([JSON.parse('{"__proto__": {"a": 1}}'), {b: {}}]);
	assert.deepEqual(Object.keys(merged), ['__proto__', 'b']);
	assert.equal(Reflect.get({}, 'a'), undefined);
});
