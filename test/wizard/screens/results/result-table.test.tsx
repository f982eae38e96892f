import assert from 'node:assert/strict';
import {test} from 'node:test';
import {renderToString} from 'ink';
import {asciiMarks, unicodeMarks} from '../../../../source/reports/marks.js';
import {resultLines} from '../../../../source/wizard/screens/results/result-lines.js';
import {ResultTable} from '../../../../source/wizard/screens/results/result-table.js';
import {LookContext} from '../../../../source/wizard/widgets/look.js';
import {exampleAnswers} from '../../../helpers/recorded-machine.js';
import {faultOf} from '../../../reports/sample-faults.js';
import {sampleResult} from '../../../reports/sample-results.js';

const other = sampleResult({id: 'bitbucket', destination: 'bitbucket.org', port: 443});

const longRemedy = Array.from({length: 80}, (_, index) => `word${index}`).join(' ');

const draw = (remedy: string, columns = 80, marks = unicodeMarks) => {
	const selected = faultOf('tcp.timeout', {remedy});
	const lines = resultLines([selected, other], {
		...{answers: exampleAnswers, isRunning: false, tried: new Set()},
		...{marks, width: columns - 2},
	});
	return renderToString(
		<LookContext value={{marks, columns, rows: 24}}>
			<ResultTable lines={lines} selected={selected} height={lines.length} />
		</LookContext>,
		{columns},
	).split('\n');
};

for (const [what, marks, here] of [
	['the pointer', unicodeMarks, /^▸✗ mssql/],
	['its ASCII form', asciiMarks, /^>X mssql/],
] as const) {
	test(`the row that is pointed at has ${what} before it, and no other has`, () => {
		const rows = draw('', 80, marks).filter(line => /\/tcp/.test(line));
		assert.equal(rows.length, 2);
		assert.match(rows[0] ?? '', here);
		assert.match(rows[1] ?? '', /^ [✓+] bitbucket/);
	});
}

for (const [columns, marks] of [
	[60, unicodeMarks],
	[80, unicodeMarks],
	[60, asciiMarks],
	[80, asciiMarks],
] as const) {
	test(`a long remedy ends with where the rest is, in ${columns} columns with ${marks.more}`, () => {
		const lines = draw(longRemedy, columns, marks);
		const last = lines.at(-1) ?? '';
		assert.match(last, /^word.* word\d+ \S+ Enter for all$/);
		assert.ok(last.endsWith(`${marks.more} Enter for all`), last);
		assert.ok(last.length <= columns - 2, last);
	});
}

test('a remedy that fits is told whole, without a sign', () => {
	const text = draw('Ask your network team to permit 1433/tcp.').join('\n');
	assert.match(text, /permit 1433\/tcp\.$/);
	assert.doesNotMatch(text, /Enter for all/);
});
