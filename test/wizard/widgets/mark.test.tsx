import '../../helpers/in-colour.js';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {renderToString, Text} from 'ink';
import {Mark} from '../../../source/wizard/widgets/mark.js';
import {partsIn} from '../../helpers/styled.js';

const draw = (colour: string | undefined) =>
	renderToString(
		<Text>
			<Mark text="✗" colour={colour} />
			no answer
		</Text>,
	);

test('a mark stands before its words, and colours itself alone', () => {
	const drawing = draw('red');
	assert.equal(stripVTControlCharacters(drawing), '✗ no answer');
	assert.deepEqual(partsIn(drawing, '31'), ['✗']);
});

test('without a colour it is only bold', () => {
	const drawing = draw(undefined);
	assert.deepEqual(partsIn(drawing, '1'), ['✗']);
	assert.deepEqual(partsIn(drawing, '31'), []);
});
