import assert from 'node:assert/strict';
import {test} from 'node:test';
import fastCheck from 'fast-check';
import {byteLength, cutMiddle, formatBytes} from '../../source/support/cut.js';

test('a text that is short enough stays whole', () => {
	assert.deepEqual(cutMiddle('a\nb\n', 4), {text: 'a\nb\n', note: undefined});
});

test('of a longer one whole lines of its beginning and its end are kept', () => {
	const text = Array.from({length: 10}, (_, index) => `line ${index}\n`).join('');
	assert.deepEqual(cutMiddle(text, 40), {
		text: 'line 0\nline 1\n\n… 42 bytes are left out here …\n\nline 8\nline 9\n',
		note: 'cut to its beginning and its end, of 70 bytes',
	});
});

test('one long line is cut where it has to be, never within a letter', () => {
	const {text} = cutMiddle('é€😀'.repeat(100), 101);
	assert.ok(!text.includes('\uFFFD'));
	assert.match(text, /^é€😀.*… \d+ bytes are left out here …\n\n.*é€😀$/s);
});

test('whatever the text, what is kept is not more than what was asked for', () => {
	fastCheck.assert(
		fastCheck.property(
			fastCheck.string({unit: 'binary', maxLength: 400}),
			fastCheck.integer({min: 10, max: 200}),
			(text, most) => byteLength(cutMiddle(text, most).text) <= most + 60,
		),
	);
});

for (const [bytes, words] of [
	[0, '0 bytes'],
	[1, '1 byte'],
	[999, '999 bytes'],
	[1000, '1 KB'],
	[1_023_000, '999 KB'],
	[1_048_576, '1.0 MB'],
	[3_300_000, '3.1 MB'],
] as const) {
	test(`${bytes} bytes are told as ${words}`, () => {
		assert.equal(formatBytes(bytes), words);
	});
}
