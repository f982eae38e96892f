import assert from 'node:assert/strict';
import {test} from 'node:test';
import {asciiMarks, unicodeMarks} from '../../../source/reports/marks.js';
import {plainGlyphs} from '../../../source/wizard/terminal/plain-glyphs.js';

for (const [name, frame, expected] of [
	['marks', '✓ Server ● Viewers ○ Mail', 'x Server > Viewers . Mail'],
	['a footer', '↑↓ move · Esc back', '^v move | Esc back'],
	['a rule', '────', '----'],
	['a secret', '••••', '****'],
	['letters of a language', 'Zürich', 'Zürich'],
	['renditions', '\u001B[1m✗\u001B[22m', '\u001B[1mX\u001B[22m'],
] as const) {
	test(`${name} on a terminal with few glyphs`, () => {
		assert.equal(plainGlyphs(frame, asciiMarks), expected);
		assert.equal(plainGlyphs(frame, unicodeMarks), frame);
	});
}
