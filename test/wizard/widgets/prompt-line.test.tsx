import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import fc from 'fast-check';
import {renderToString} from 'ink';
import {unicodeMarks} from '../../../source/reports/marks.js';
import {LookContext} from '../../../source/wizard/widgets/look.js';
import {PromptLine} from '../../../source/wizard/widgets/prompt-line.js';
import {editOf, type TextEdit} from '../../../source/wizard/widgets/text-edit.js';

const draw = (edit: TextEdit, columns = 80) =>
	stripVTControlCharacters(
		renderToString(
			<LookContext value={{marks: unicodeMarks, columns, rows: 24}}>
				<PromptLine label="Find" edit={edit} note="3 of 12" />
			</LookContext>,
			{columns: columns - 2},
		),
	);

test('what is to be typed, what was typed, and what is to be said of it', () => {
	assert.match(draw(editOf('')), /^▸ Find +3 of 12$/);
	assert.match(draw(editOf('10.20')), /^▸ Find 10\.20 +3 of 12$/);
});

test('of a long text the part before the cursor is shown, and the note stays', () => {
	const line = draw(editOf(`${'a'.repeat(100)}end`), 60);
	assert.match(line, /^▸ Find a+end {3}3 of 12$/);
});

test('whatever is typed, it is one line and no wider than its place', () => {
	const text = fc.string({unit: 'grapheme-ascii', maxLength: 90});
	fc.assert(
		fc.property(
			text,
			fc.nat(90),
			fc.integer({min: 60, max: 132}),
			(value, at, columns) => {
				const line = draw({value, cursor: Math.min(at, value.length)}, columns);
				assert.ok(!line.includes('\n'), line);
				assert.ok(line.length <= columns - 2, line);
			},
		),
	);
});
