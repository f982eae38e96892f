import {Box, Text} from 'ink';
import type {Failure} from '../../failure.js';
import {remediesFor} from '../words/failing.js';
import {Remark} from './remark.js';

/** What went wrong, and what to do next. */
export function FailureMessage({failure}: {readonly failure: Failure}) {
	return (
		<Box flexDirection="column">
			<Remark text={failure.message} isFault />
			{remediesFor(failure).map(remedy => (
				<Text key={remedy}>{remedy}</Text>
			))}
		</Box>
	);
}
