import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {renderToString} from 'ink';
import {Failure} from '../../../source/failure.js';
import {FailureMessage} from '../../../source/wizard/widgets/failure-message.js';

const draw = (remedies: readonly string[]) =>
	stripVTControlCharacters(
		renderToString(
			<FailureMessage
				failure={new Failure('busy', 'Another session is open.', {remedies})}
			/>,
			{columns: 80},
		),
	).split('\n');

test('says what went wrong, and below it what to do, a line each', () => {
	assert.deepEqual(draw(['Wait for it to end.', 'Or run it with --root.']), [
		'✗ Another session is open.',
		'Wait for it to end.',
		'Or run it with --root.',
	]);
});

test('a failure without a remedy is said all the same', () => {
	assert.deepEqual(draw([]), ['✗ Another session is open.']);
});
