import '../../helpers/in-colour.js';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {renderToString} from 'ink';
import {asciiMarks} from '../../../source/reports/marks.js';
import {LookContext} from '../../../source/wizard/widgets/look.js';
import {Remark} from '../../../source/wizard/widgets/remark.js';
import {partsIn} from '../../helpers/styled.js';

const text = 'a /1 would be half of the Internet';

for (const [name, isFault, mark, colour] of [
	['a fault', true, '✗', '31'],
	['a warning', false, '!', '33'],
] as const) {
	test(`${name} is marked ${mark}, and by its colour only besides`, () => {
		const drawing = renderToString(<Remark text={text} isFault={isFault} />);
		assert.equal(stripVTControlCharacters(drawing), `${mark} ${text}`);
		assert.deepEqual(partsIn(drawing, colour), [`${mark} ${text}`]);
	});
}

test('a fault on a terminal with few glyphs is told from a warning', () => {
	const [fault, warning] = [true, false].map(isFault =>
		stripVTControlCharacters(
			renderToString(
				<LookContext value={{marks: asciiMarks, columns: 80, rows: 24}}>
					<Remark text={text} isFault={isFault} />
				</LookContext>,
			),
		),
	);
	assert.equal(fault, `X ${text}`);
	assert.equal(warning, `! ${text}`);
});
