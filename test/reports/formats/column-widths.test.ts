import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {columnWidths} from '../../../source/reports/formats/column-widths.js';

for (const [name, rows, room, widths] of [
	['nothing', [], 10, []],
	['words that fit', [['one', 'two words']], 20, [3, 9]],
	['words that just fit', [['one', 'two words']], 12, [3, 9]],
	['words that have to be broken', [['one', 'two words']], 10, [3, 7]],
	['words that just fit one above the other', [['one', 'two words']], 8, [3, 5]],
	['little words beside many', [['a b', 'words '.repeat(50).trim()]], 20, [3, 17]],
	['words that do not fit', [['one', 'two words']], 7, undefined],
	['rows of different length', [['one'], ['a', 'b c d']], 8, [3, 5]],
] as const) {
	test(`${name} in ${room} columns`, () => {
		assert.deepEqual(columnWidths(rows, room), widths);
	});
}

const cell = fc
	.array(fc.stringMatching(/^[a-z\d.:]{0,12}$/), {maxLength: 6})
	.map(words => words.join(' '));

test('columns fit, hold every word, and are no wider than what is in them', () => {
	fc.assert(
		fc.property(fc.array(fc.array(cell, {maxLength: 5})), fc.nat(120), (rows, room) => {
			const widths = columnWidths(rows, room);
			const longest = (measure: (text: string) => number) =>
				(widths ?? []).map((_, index) =>
					Math.max(0, ...rows.map(row => measure(row[index] ?? ''))),
				);
			const words = longest(text =>
				Math.max(...text.split(' ').map(word => word.length)),
			);
			const texts = longest(text => text.length);
			const total = (widths ?? []).reduce((sum, width) => sum + width, 0);
			assert.ok(total <= room);
			for (const [index, width] of (widths ?? []).entries()) {
				assert.ok(width >= (words[index] ?? 0) && width <= (texts[index] ?? 0));
			}
		}),
	);
});
