import assert from 'node:assert/strict';
import {test} from 'node:test';
import {keepingSpaces, onOneLine} from '../../../source/reports/formats/words.js';

test('words are whole, however long they are', () => {
	assert.equal(onOneLine('x'.repeat(65_536)), 'x'.repeat(65_536));
});

for (const [name, line, kept] of [
	['spaces at the start and between', '  dns   3 ms', '  dns   3 ms'],
	['a tab', '\tdns', '    dns'],
	['spaces at the end', 'dns  ', 'dns'],
	['a colour', '  \u001B[31mred\u001B[0m  x', '  red  x'],
	['a title with spaces in it', '\u001B]0;a b\u0007 words', ' b words'],
	['another line', 'one\r\ntwo', 'one two'],
	['letters from right to left by force', 'exe \u202Efdp', 'exe fdp'],
] as const) {
	test(`of a line with ${name} only what can be read stays`, () => {
		assert.equal(keepingSpaces(line), kept);
	});
}
