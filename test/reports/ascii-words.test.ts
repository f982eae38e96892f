import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {asciiWords} from '../../source/reports/ascii-words.js';

for (const [text, wanted] of [
	['license.looker.com', 'license.looker.com'],
	['“quoted” – it’s…', '"quoted" - it\'s...'],
	['Universität Zürich', 'Universitat Zurich'],
	['pa\u0301ypal', 'paypal'],
	// A Cyrillic letter that looks like a Latin one is told apart.
	['pаypal.com', 'p?ypal.com'],
	['大学', '??'],
	['\u202Egnp.exe', 'gnp.exe'],
	['a\u001B[31mred\r\nSubject: x', 'ared Subject: x'],
] as const) {
	test(`${JSON.stringify(text)} is written ${wanted}`, () => {
		assert.equal(asciiWords(text), wanted);
	});
}

test('whatever comes, it is one line of ASCII', () => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), text => {
			assert.match(asciiWords(text), /^[ -~]*$/);
		}),
	);
});
