import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import fc from 'fast-check';
import {renderToString} from 'ink';
import {editOf, type TextEdit} from '../../../source/wizard/widgets/text-edit.js';
import {TextLine} from '../../../source/wizard/widgets/text-line.js';

const draw = (edit: TextEdit, isFocused = true, width = 10) =>
	stripVTControlCharacters(
		renderToString(
			<TextLine
				edit={edit}
				isFocused={isFocused}
				placeholder="for example a"
				width={width}
			/>,
			{columns: 80},
		),
	);

test('an empty line shows an example, after the cursor where it stands there', () => {
	assert.equal(draw(editOf('')), '  for example a');
	assert.equal(draw(editOf(''), false), 'for example a');
});

for (const [name, cursor, shown] of [
	['its beginning', 0, 'abcdefghi'],
	['its middle', 12, 'efghijklm'],
	['its end', 16, 'ijklmnop'],
] as const) {
	test(`of a long text, the part around a cursor at ${name} is shown`, () => {
		assert.equal(draw({value: 'abcdefghijklmnop', cursor}).trimEnd(), shown);
	});
}

test('whatever is typed, the line is never wider than its place', () => {
	const text = fc
		.string({unit: 'grapheme-ascii', maxLength: 60})
		.filter(value => value.trim() !== '');
	fc.assert(
		fc.property(text, fc.nat(60), fc.integer({min: 3, max: 70}), (value, at, width) => {
			const shown = draw({value, cursor: Math.min(at, value.length)}, true, width);
			assert.ok(!shown.includes('\n'));
			assert.ok(shown.length <= width);
		}),
	);
});
