import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	asciiMarks,
	type Marks,
	marksFor,
	unicodeMarks,
} from '../../source/reports/marks.js';

for (const [isAscii, environment, isUnicode] of [
	[false, {LANG: 'en_US.UTF-8', TERM: 'xterm-256color'}, true],
	[false, {LANG: 'C.utf8', TERM: 'vt220'}, true],
	[false, {LANG: 'en_US.UTF-8'}, true],
	[false, {LANG: 'C', LC_CTYPE: 'C.UTF-8'}, true],
	[true, {LANG: 'en_US.UTF-8', TERM: 'xterm'}, false],
	[false, {LANG: 'en_US.UTF-8', TERM: 'linux'}, false],
	[false, {LANG: 'en_US.UTF-8', TERM: 'dumb'}, false],
	[false, {LANG: 'C', TERM: 'xterm'}, false],
	[false, {LANG: 'en_US.ISO-8859-1', TERM: 'xterm'}, false],
	[false, {TERM: 'xterm'}, false],
	[false, {LANG: 'en_US.UTF-8', LC_ALL: 'C', TERM: 'xterm'}, false],
	[false, {LANG: 'en_US.UTF-8', LC_ALL: '', TERM: 'xterm'}, true],
	[false, {LANG: 'en_US.UTF-8', LC_CTYPE: 'C', TERM: 'xterm'}, false],
] as const) {
	test(`${JSON.stringify(environment)}${isAscii ? ' with --ascii' : ''} gets ${isUnicode ? 'Unicode' : 'ASCII'} marks`, () => {
		assert.equal(marksFor(isAscii, environment), isUnicode ? unicodeMarks : asciiMarks);
	});
}

const textsOf = ({verdict, ...marks}: Marks) => [
	...Object.values(verdict),
	...Object.values(marks),
];

test('ASCII marks are ASCII', () => {
	for (const mark of textsOf(asciiMarks)) {
		assert.match(mark, /^[\x20-\x7E]+$/);
	}
});

test('a mark of a verdict takes one column in both sets', () => {
	for (const {verdict} of [asciiMarks, unicodeMarks]) {
		for (const mark of Object.values(verdict)) {
			assert.equal([...mark].length, 1);
		}
	}
});

// Over the phone, and on a screen that is far away, "x" and "X" are one.
for (const [name, {verdict}] of [
	['ASCII', asciiMarks],
	['Unicode', unicodeMarks],
] as const) {
	test(`no two verdicts look alike in ${name}`, () => {
		const marks = Object.values(verdict).map(mark => mark.toLowerCase());
		assert.equal(new Set(marks).size, marks.length, marks.join(' '));
	});
}
