import assert from 'node:assert/strict';
import {test} from 'node:test';
import {keepOnce} from '../../source/comparison/keep-once.js';

test('what is equal is one thing afterwards, and what is not stays apart', () => {
	const keep = keepOnce();
	const [first, again, other] = [{id: 'mail'}, {id: 'mail'}, {id: 'sql-tcp'}].map(keep);
	assert.equal(first, again);
	assert.notEqual(first, other);
	assert.deepEqual([first, other], [{id: 'mail'}, {id: 'sql-tcp'}]);
});
