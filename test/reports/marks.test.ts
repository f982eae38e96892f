import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	asciiMarks,
	consoleMarks,
	type Marks,
	marksFor,
	unicodeMarks,
} from '../../source/reports/marks.js';

const sets = {Unicode: unicodeMarks, ASCII: asciiMarks, console: consoleMarks} as const;

for (const [isAscii, environment, name] of [
	[false, {LANG: 'en_US.UTF-8', TERM: 'xterm-256color'}, 'Unicode'],
	[false, {LANG: 'C.utf8', TERM: 'vt220'}, 'Unicode'],
	[false, {LANG: 'en_US.UTF-8'}, 'Unicode'],
	[false, {LANG: 'C', LC_CTYPE: 'C.UTF-8'}, 'Unicode'],
	[true, {LANG: 'en_US.UTF-8', TERM: 'xterm'}, 'ASCII'],
	[false, {LANG: 'en_US.UTF-8', TERM: 'linux'}, 'console'],
	[false, {LANG: 'en_US.UTF-8', TERM: 'dumb'}, 'ASCII'],
	[true, {LANG: 'en_US.UTF-8', TERM: 'linux'}, 'ASCII'],
	[false, {LANG: 'C', TERM: 'linux'}, 'ASCII'],
	[false, {LANG: 'C', TERM: 'xterm'}, 'ASCII'],
	[false, {LANG: 'en_US.ISO-8859-1', TERM: 'xterm'}, 'ASCII'],
	[false, {TERM: 'xterm'}, 'ASCII'],
	[false, {LANG: 'en_US.UTF-8', LC_ALL: 'C', TERM: 'xterm'}, 'ASCII'],
	[false, {LANG: 'en_US.UTF-8', LC_ALL: '', TERM: 'xterm'}, 'Unicode'],
	[false, {LANG: 'en_US.UTF-8', LC_CTYPE: 'C', TERM: 'xterm'}, 'ASCII'],
] as const) {
	test(`${JSON.stringify(environment)}${isAscii ? ' with --ascii' : ''} gets ${name} marks`, () => {
		assert.equal(marksFor(isAscii, environment), sets[name]);
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
