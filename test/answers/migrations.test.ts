import assert from 'node:assert/strict';
import {test} from 'node:test';
import {checkAnswers} from '../../source/answers/check.js';
import {migrate} from '../../source/answers/migrations.js';
import {Failure} from '../../source/failure.js';
import {sampleInput} from '../helpers/sample.js';

type Old = Readonly<Record<string, unknown>>;

const steps = new Map<number, (answers: Old) => Record<string, unknown>>([
	[1, ({sql, ...rest}: Old) => ({...rest, database: sql})],
	[2, ({database, ...rest}: Old) => ({...rest, databases: [database]})],
]);

test('answers of the first version go through every step, in order', () => {
	assert.deepEqual(migrate({version: 1, sql: 'a'}, steps, 3), {
		version: 3,
		databases: ['a'],
	});
});

test('answers of the second version begin with the second step', () => {
	assert.deepEqual(migrate({version: 2, database: 'a'}, steps, 3), {
		version: 3,
		databases: ['a'],
	});
});

test('answers of this version stay as they are', () => {
	const input = {version: 3, databases: ['a']};
	assert.deepEqual(migrate(input, steps, 3), input);
	assert.deepEqual(migrate(sampleInput()), sampleInput());
});

test('the answers that were handed in are not changed', () => {
	const input = Object.freeze({version: 1, sql: 'a'});
	migrate(input, steps, 3);
	assert.deepEqual(input, {version: 1, sql: 'a'});
});

for (const input of [
	null,
	undefined,
	'x',
	[],
	{},
	{version: '1'},
	{version: 1.5},
	{version: 0},
]) {
	test(`${JSON.stringify(input)} is left for the schema to judge`, () => {
		assert.deepEqual(migrate(input), input);
	});
}

test('answers of a newer program are refused, with what to do', () => {
	assert.throws(
		() => checkAnswers({...sampleInput(), version: 2}),
		(error: unknown) => {
			assert.ok(error instanceof Failure);
			assert.equal(error.code, 'answers.newer');
			assert.match(error.message, /have version 2; this program knows versions up to 1/);
			assert.match(error.remedies.join(' '), /Install the newer/);
			return true;
		},
	);
});
