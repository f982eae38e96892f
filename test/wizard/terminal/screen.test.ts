import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readFrame} from '../../../source/wizard/terminal/screen.js';

const size = {columns: 10, rows: 3};
const textIn = (frame: string) =>
	readFrame(frame, size, true).lines.map(line => line.map(({text}) => text).join(''));

test('a frame is cut to the terminal', () => {
	assert.deepEqual(textIn('0123456789abc\n1\n2\n3'), ['0123456789', '1', '2']);
});

test('a wide character is not cut in half', () => {
	assert.deepEqual(textIn('01234567字c\n012345678字\n0123456789字'), [
		'01234567字',
		'012345678 ',
		'0123456789',
	]);
});

test('a wide character takes two cells', () => {
	const [line] = readFrame('字a', size, true).lines;
	assert.deepEqual(
		line?.map(({text}) => text),
		['字', '', 'a'],
	);
});

test('a rendition is the same in whatever order it was said', () => {
	const [line] = readFrame('\u001B[1m\u001B[31ma\u001B[39m\u001B[22m', size, true).lines;
	const [other] = readFrame('\u001B[31m\u001B[1ma\u001B[22m\u001B[39m', size, true).lines;
	assert.deepEqual(line, other);
	assert.equal(line?.[0]?.style, '1;31');
});

test('where colours are not wanted, bold, underlined and inverse text stays', () => {
	const frame =
		'\u001B[1m\u001B[31ma\u001B[39m\u001B[22m\u001B[90mb\u001B[39m\u001B[2mc\u001B[22m\u001B[7md\u001B[27m';
	const [line] = readFrame(frame, size, false).lines;
	assert.deepEqual(
		line?.map(({style}) => style),
		['1', '', '', '7'],
	);
});

for (const [rendition, code, style] of [
	['bold', 1, ''],
	['dim', 2, ''],
	['red', 31, ''],
	['underlined', 4, '4'],
	['inverse', 7, '7'],
	['inverse in red', '7;31', '31;7'],
	['on red', 41, '41'],
] as const) {
	test(`a blank that is ${rendition} is ${style === '' ? 'a blank' : 'seen'}`, () => {
		const [line] = readFrame(`\u001B[${code}m \u001B[m`, size, true).lines;
		assert.deepEqual(line, [{text: ' ', style}]);
	});
}

test('an inverse and underlined cell is where the cursor stands, and is drawn as usual', () => {
	const frame = 'ab\n c\u001B[4m\u001B[7m \u001B[27m\u001B[24m';
	const {lines, cursor} = readFrame(frame, size, true);
	assert.deepEqual(cursor, {row: 1, column: 2});
	assert.equal(lines[1]?.[2]?.style, '');
});

test('a row that is only inverse is no cursor', () => {
	const {lines, cursor} = readFrame('\u001B[7mrow\u001B[27m', size, true);
	assert.equal(cursor, undefined);
	assert.equal(lines[0]?.[0]?.style, '7');
});
