import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import type {Block} from '../../../source/reports/document.js';
import {toPlain} from '../../../source/reports/formats/plain.js';
import {onOneLine} from '../../../source/reports/formats/words.js';
import {hostileValues} from './hostile-values.js';
import {documentOf, sampleDocument, shortSample, tableOf} from './sample-document.js';

for (const width of [60, 72, 100]) {
	test(`a document in ${width} columns is what a colleague gets to read`, (t: TestContext) => {
		t.assert.snapshot(toPlain(shortSample, width), {serializers: [String]});
	});
}

/** What stands under the heading of the only chapter. */
const plainOf = (block: Block, width: number) =>
	toPlain(documentOf({Chapter: [block]}), width).split('-------\n\n')[1];

const ports = tableOf([
	['mssql.uni.edu', '1433/tcp'],
	['smtp.uni.edu', '587/tcp'],
]);

test('a table that fits stands side by side', () => {
	assert.equal(
		plainOf(ports, 60),
		[
			'What there is',
			'',
			'Column 1       Column 2',
			'-------------  --------',
			'mssql.uni.edu  1433/tcp',
			'smtp.uni.edu   587/tcp',
			'',
		].join('\n'),
	);
});

test('cells of several lines leave air between the rows', () => {
	const table = tableOf([
		['one two three', 'x'],
		['four', 'y'],
	]);
	assert.equal(
		plainOf(table, 18),
		[
			'What there is',
			'',
			'Column 1  Column 2',
			'--------  --------',
			'one two   x',
			'three',
			'',
			'four      y',
			'',
		].join('\n'),
	);
});

test('a table that does not fit is told row by row', () => {
	assert.equal(
		plainOf(ports, 20),
		[
			'What there is',
			'',
			'Column  mssql.uni.ed',
			'1       u',
			'Column  1433/tcp',
			'2',
			'',
			'Column  smtp.uni.edu',
			'1',
			'Column  587/tcp',
			'2',
			'',
		].join('\n'),
	);
});

test('a table with a tall cell is told row by row as well', () => {
	const plain = plainOf(tableOf([['words '.repeat(50), 'second']]), 60);
	assert.match(
		plain ?? '',
		/^Column 1 {2}words words.*\n(?: {10}words.*\n)+Column 2 {2}second$/m,
	);
});

test('what has no name stands under the fact before it', () => {
	const facts = [
		['DNS', '10.0.0.53'],
		['', '10.0.1.53'],
		['ICMP', ''],
	] as const;
	assert.equal(plainOf({kind: 'facts', facts}, 60), 'DNS  10.0.0.53\n     10.0.1.53\n');
});

for (const [name, text] of Object.entries(hostileValues)) {
	test(`${name} does nothing on a terminal, and is all there`, () => {
		const document = documentOf({
			[`Table ${text}`]: [tableOf([[text, 'second']])],
			Others: [
				{kind: 'paragraph', text},
				{kind: 'list', items: [text, 'second']},
				{kind: 'facts', facts: [['Name', text]]},
			],
		});
		for (const width of [60, 100]) {
			const plain = toPlain(document, width);
			assert.doesNotMatch(plain.replaceAll('\n', ''), /\p{C}/u);
			assert.ok(plain.split('\n').every(line => line.length <= width));
			const letters = (words: string) => onOneLine(words).replaceAll(' ', '');
			assert.ok(letters(plain).split(letters(text)).length > 4);
		}
	});
}

test('lines that keep their spaces are never broken', () => {
	const line = `  nft add rule ${'x'.repeat(100)}`;
	assert.equal(plainOf({kind: 'lines', lines: [line]}, 60), `    ${line}\n`);
});

test('every line of a long document fits but those', () => {
	for (const width of [60, 72, 80, 100]) {
		const lines = toPlain(sampleDocument, width).split('\n');
		assert.deepEqual(
			lines.filter(line => line.length > width && !line.startsWith('    ')),
			[],
		);
	}
});
