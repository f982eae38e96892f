import assert from 'node:assert/strict';
import {test} from 'node:test';
import {hintFor, letters} from '../../source/wizard/letters.js';

test('no two letters do the same, nor is one a digit', () => {
	const meanings = Object.values(letters);
	assert.equal(new Set(meanings).size, meanings.length);
	assert.ok(Object.keys(letters).every(letter => /^[a-z]$/.test(letter)));
});

test('a letter stands in the footer as on the keyboard, with what it does', () => {
	assert.deepEqual(hintFor('s'), ['S', 'save']);
});

test('what it does may be said in other words', () => {
	assert.deepEqual(hintFor('a', 'write'), ['A', 'write']);
});
