import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {test} from 'node:test';
import {parse} from 'csv-parse/sync';
import fc from 'fast-check';
import {plainText} from '../../../source/plain-text.js';
import {toCsv} from '../../../source/reports/formats/csv.js';
import {isInstalled} from '../../campus/need.js';
import {hostileValues} from './hostile-values.js';

const read = (csv: string) => parse(csv, {bom: true}) as readonly string[][];

/** What a parser reads of one cell. */
const cellOf = (text: string) => read(toCsv(['one'], [[text]]))[1]?.[0];

for (const [text, cell] of [
	['smtp.uni.edu', 'smtp.uni.edu'],
	['10.20.0.0/16, 2001:db8::/48', '10.20.0.0/16, 2001:db8::/48'],
	['says "no"', 'says "no"'],
	['-5', '-5'],
	['+2.5', '+2.5'],
	['-0,5', '-0,5'],
	['-', '-'],
	['a-b=c@d', 'a-b=c@d'],
	['me@uni.edu; you@uni.edu', 'me@uni.edu; you@uni.edu'],
	['=1+1', "'=1+1"],
	['-1-1', "'-1-1"],
	['--from', "'--from"],
	['@SUM(A1)', "'@SUM(A1)"],
	['\t=1', "'=1"],
	['\r+1+1', "'+1+1"],
	['"=1+1', `'"=1+1`],
	["'=1+1", "''=1+1"],
	['＝1+1', "'＝1+1"],
	['\u200B＠x', "'＠x"],
	['a; =1+1;-2-2', "a;' =1+1;'-2-2"],
] as const) {
	test(`${JSON.stringify(text)} is read as ${JSON.stringify(cell)}`, () => {
		assert.equal(cellOf(text), cell);
	});
}

test('lines end as RFC 4180 has it, and the mark of UTF-8 stands before them', () => {
	assert.equal(
		toCsv(['a', 'b'], [['1', 'x, "y"']]),
		'\uFEFF"a","b"\r\n"1","x, ""y"""\r\n',
	);
});

/** Where a cell begins, whatever parts cells in that country. */
const formulaStart = /^[\s"'`]*[=+\-@]/;
const isFormula = (cell: string) =>
	!cell.startsWith("'") &&
	!/^(?:[-+]?\d+(?:[.,]\d+)?|[-+=@])$/.test(cell) &&
	formulaStart.test(cell.normalize('NFKC'));
const assertHarmless = (text: string) => {
	const cell = cellOf(text) ?? assert.fail();
	for (const part of isFormula(cell) ? [cell] : cell.split(';').slice(1)) {
		assert.ok(!isFormula(part), `${part} in ${cell}`);
	}

	assert.ok(cell.length < 32_768);
	assert.doesNotMatch(cell, /\p{C}/u);
};

for (const [name, text] of Object.entries(hostileValues)) {
	test(`${name} does nothing in a spreadsheet`, () => assertHarmless(text));
}

const shortValues = Object.values(hostileValues).filter(({length}) => length < 300);
const texts = fc.oneof(
	fc.string({unit: 'binary'}),
	fc
		.array(fc.constantFrom(...'=+-@＝＋－＠﹦;,"\' \t\r\n\u200B1a', ...shortValues), {
			maxLength: 6,
		})
		.map(parts => parts.join('')),
);

test('no words make a formula', () => {
	fc.assert(fc.property(texts, assertHarmless), {numRuns: 2000});
});

test('words are read back as they are, but for the apostrophes', () => {
	const rows = fc.array(fc.tuple(texts, texts, texts), {maxLength: 5});
	fc.assert(
		fc.property(rows, table => {
			const [, ...cells] = read(toCsv(['a', 'b', 'c'], table));
			const short = (text: string) => text.replaceAll("'", '').slice(0, 30_000);
			assert.deepEqual(
				cells.map(row => row.map(short)),
				table.map(row => row.map(text => short(plainText(text, text.length)))),
			);
		}),
	);
});

const everything = [
	...Object.values(hostileValues),
	...Array.from({length: 10_000}, (_, index) => `=${index}`),
].map((text, index) => [`${index}`, text]);

test('Python reads what csv-parse reads, of ten thousand rows as well', {
	skip: !isInstalled('python3') && 'Python is not here.',
}, () => {
	const csv = toCsv(['number', 'text'], everything);
	const program = [
		'import csv, io, json, sys',
		'text = io.TextIOWrapper(sys.stdin.buffer, "utf-8-sig", newline="")',
		'print(json.dumps(list(csv.reader(text, strict=True))))',
	];
	const {stdout} = spawnSync('python3', ['-c', program.join('\n')], {
		...{input: csv, encoding: 'utf8', maxBuffer: 100_000_000},
	});
	assert.deepEqual(JSON.parse(stdout), read(csv));
	assert.equal(read(csv).length, everything.length + 1);
});
