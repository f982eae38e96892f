import {Box, Text} from 'ink';
import type {ReplyNote} from '../inquiries/reply-note.js';
import {useLook} from './look.js';
import {Mark} from './mark.js';

/** What came of asking about a value: a mark, and words that say the same. */
export function ReplyLine({text, isWarning, verdict}: ReplyNote) {
	const {marks} = useLook();
	const mark = isWarning
		? {text: marks.attention, colour: 'yellow'}
		: {
				text: verdict === undefined ? ' ' : marks.verdict[verdict],
				colour: verdict === 'pass' ? 'green' : undefined,
			};
	return (
		<Box>
			<Text dimColor={verdict === undefined} wrap="truncate">
				<Mark {...mark} />
				{text}
				{isWarning ? ` ${marks.separator} ? for more` : ''}
			</Text>
		</Box>
	);
}
