import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inFigures} from '../source/in-figures.js';

test('counts are grouped as English has it', () => {
	for (const count of [0, 9, 10, 999, 1000, 12_345, 123_456, 1_000_000, 2n ** 96n]) {
		assert.equal(inFigures(count), count.toLocaleString('en'));
	}
});
