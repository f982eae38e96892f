import assert from 'node:assert/strict';
import {test} from 'node:test';
import {asciiMarks, unicodeMarks} from '../../../../source/reports/marks.js';
import {itemLines} from '../../../../source/wizard/screens/evidence/item-lines.js';
import type {Line} from '../../../../source/wizard/widgets/scroll.js';
import {exampleItems} from '../../../helpers/recorded-evidence.js';

const drawn = (lines: readonly Line[]) =>
	lines.map(({mark, text}) => `${mark?.text} ${text}`);

test('titles and sizes stand under one another, and what is missing behind them', () => {
	assert.deepEqual(drawn(itemLines(exampleItems, unicodeMarks, 90)), [
		'✓ Versions               912 bytes',
		'✓ Answers                     1 KB',
		'! System log                256 KB  cut to the last 256 KB, from 2026-11-22 on',
		'! Settings of firewalld    0 bytes  not there: firewalld is not installed',
	]);
});

test('in a narrow window what is missing stands on lines of its own', () => {
	const lines = drawn(itemLines(exampleItems, asciiMarks, 40));
	assert.deepEqual(lines.slice(2, 5), [
		'! System log                256 KB',
		'    cut to the last 256 KB, from',
		'    2026-11-22 on',
	]);
	assert.ok(lines.every(line => line.length <= 40));
});

test('a title that is too long leaves room for its size', () => {
	const title = 'What the journal of every change has '.repeat(3);
	const [line = ''] = drawn(
		itemLines([{name: '', title, bytes: 5, note: undefined}], asciiMarks, 58),
	);
	assert.equal(line.length, 58);
	assert.match(line, /\.\.\. {4}5 bytes$/);
});
