import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openQuestions} from '../../../source/names/forwarding/open-questions.js';

const silence = () => new Promise<never>(() => undefined);
const answered = async () => 'answered';

test('one asker too many is left to ask again, and others are not', async () => {
	const {answer} = openQuestions({inAll: 10, ofOne: 2});
	void answer('a', silence);
	void answer('a', silence);
	assert.equal(await answer('a', answered), undefined);
	assert.equal(await answer('b', answered), 'answered');
});

test('all of them together have a limit', async () => {
	const {answer} = openQuestions({inAll: 2, ofOne: 2});
	void answer('a', silence);
	void answer('b', silence);
	assert.equal(await answer('c', answered), undefined);
});

test('whoever has got an answer, or none, may ask again', async () => {
	const {answer} = openQuestions({inAll: 1, ofOne: 1});
	assert.equal(await answer('a', answered), 'answered');
	await assert.rejects(
		answer('a', () => Promise.reject(new Error('none'))),
		/none/,
	);
	assert.equal(await answer('a', answered), 'answered');
});
