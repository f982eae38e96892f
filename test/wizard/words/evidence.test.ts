import assert from 'node:assert/strict';
import {test} from 'node:test';
import {itemInWords, itemsInWords} from '../../../source/wizard/words/evidence.js';
import {exampleItems} from '../../helpers/recorded-evidence.js';

test('an item is told with its size, and with what is missing of it', () => {
	assert.deepEqual(exampleItems.slice(1, 3).map(itemInWords), [
		'Answers: 1 KB',
		'System log: 256 KB, cut to the last 256 KB, from 2026-11-22 on',
	]);
});

test('all of them are counted', () => {
	assert.equal(itemsInWords(exampleItems), '4 items, 258 KB');
	assert.equal(itemsInWords(exampleItems.slice(0, 1)), '1 item, 912 bytes');
});
