import '../../helpers/in-colour.js';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {renderToString} from 'ink';
import {asciiMarks} from '../../../source/reports/marks.js';
import {ChoiceField} from '../../../source/wizard/widgets/choice-field.js';
import {LookContext} from '../../../source/wizard/widgets/look.js';
import {partsIn} from '../../helpers/styled.js';

const options = [
	{label: 'any destination on the listed ports', value: 'ports'},
	{label: 'only the listed destinations', value: 'destinations'},
	{label: 'not filtered', value: 'open'},
];

const draw = (index: number, isFocused = true) =>
	renderToString(<ChoiceField options={options} index={index} isFocused={isFocused} />);

for (const index of [0, 1, 2]) {
	test(`with the keys it shows every option, and points at number ${index + 1}`, () => {
		const drawing = draw(index);
		const lines = stripVTControlCharacters(drawing).split('\n');
		assert.deepEqual(
			lines.map(line => line.trimEnd()),
			options.map(({label}, at) => `${at === index ? '▸ ' : '  '}${label}`),
		);
		assert.ok(
			partsIn(drawing, '1')
				.join(' ')
				.includes(options[index]?.label ?? '-'),
		);
	});

	test(`without the keys it shows option ${index + 1} alone`, () => {
		assert.equal(draw(index, false), options[index]?.label);
	});
}

test('a terminal with few glyphs gets few glyphs', () => {
	const drawing = renderToString(
		<LookContext value={{marks: asciiMarks, columns: 80, rows: 24}}>
			<ChoiceField options={options} index={0} isFocused />
		</LookContext>,
	);
	assert.match(stripVTControlCharacters(drawing), /^> any destination/);
	assert.doesNotMatch(drawing, /\P{ASCII}/u);
});
