import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {shorten, wrap} from '../../source/reports/wrap.js';

for (const [text, width, lines] of [
	['', 10, []],
	['one', 10, ['one']],
	['one two three', 7, ['one two', 'three']],
	['one two three', 13, ['one two three']],
	['one two three', 12, ['one two', 'three']],
	['2001:db8:20::/48', 10, ['2001:db8:2', '0::/48']],
	['at 2001:db8:20::/48', 10, ['at', '2001:db8:2', '0::/48']],
	['a bücher.example', 8, ['a', 'bücher.e', 'xample']],
] as const) {
	test(`"${text}" in ${width} columns`, () => {
		assert.deepEqual(wrap(text, width), lines);
	});
}

const words = fc
	.array(fc.stringMatching(/^[a-z\d./:-]{1,30}$/), {maxLength: 20})
	.map(list => list.join(' '));

test('no line is too long, and nothing gets lost', () => {
	fc.assert(
		fc.property(words, fc.integer({min: 1, max: 40}), (text, width) => {
			const lines = wrap(text, width);
			assert.ok(lines.every(line => line.length > 0 && line.length <= width));
			assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
		}),
	);
});

test('a line is broken only where the next word does not fit', () => {
	fc.assert(
		fc.property(words, text => {
			const lines = wrap(text, 30);
			for (const [index, line] of lines.entries()) {
				const next = lines[index + 1]?.split(' ')[0] ?? 'x'.repeat(30);
				assert.ok(`${line} ${next}`.length > 30);
			}
		}),
	);
});

for (const [text, width, more, short] of [
	['analytics', 9, '…', 'analytics'],
	['analytics', 8, '…', 'analyti…'],
	['analytics', 8, '...', 'analy...'],
	['analytics', 3, '...', '...'],
	['analytics', 2, '...', '..'],
	['analytics', 0, '…', ''],
	['', 0, '…', ''],
] as const) {
	test(`"${text}" is cut to ${width} columns with "${more}"`, () => {
		assert.equal(shorten(text, width, more), short);
	});
}
