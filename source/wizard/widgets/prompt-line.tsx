import {Box, Text} from 'ink';
import {useLook} from './look.js';
import type {TextEdit} from './text-edit.js';
import {TextLine} from './text-line.js';

export type PromptLineProps = {
	/** What is to be typed, in a word or two. */
	readonly label: string;
	readonly edit: TextEdit;
	/** What is to be said about what was typed. */
	readonly note: string;
};

/** One line to type in, above the footer, which lies over nothing. */
export function PromptLine({label, edit, note}: PromptLineProps) {
	const {columns, marks} = useLook();
	const end = `  ${note}`;
	const width = Math.max(8, columns - 2 - label.length - 3 - end.length);
	return (
		<Box>
			<Text bold>{`${marks.pointer} ${label} `}</Text>
			<Box flexShrink={0}>
				<TextLine edit={edit} isFocused placeholder="" width={width} />
			</Box>
			<Text dimColor wrap="truncate">
				{end}
			</Text>
		</Box>
	);
}
