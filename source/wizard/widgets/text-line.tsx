import {Text} from 'ink';
import type {TextEdit} from './text-edit.js';

export type TextLineProps = {
	readonly edit: TextEdit;
	readonly isFocused: boolean;
	/** Shown dimmed while nothing is typed. */
	readonly placeholder: string;
	/** How many columns there are; a longer text shows the part around the cursor. */
	readonly width: number;
};

/** A line of text with its cursor. */
export function TextLine({edit, isFocused, placeholder, width}: TextLineProps) {
	if (edit.value === '') {
		return (
			<Text wrap="truncate">
				{isFocused && <Cursor> </Cursor>}
				<Text dimColor>
					{isFocused ? ' ' : ''}
					{placeholder}
				</Text>
			</Text>
		);
	}

	if (!isFocused) {
		return <Text wrap="truncate">{edit.value}</Text>;
	}

	const first = Math.max(0, edit.cursor - width + 2);
	const shown = edit.value.slice(first, first + width - 1);
	const at = edit.cursor - first;
	return (
		<Text>
			{shown.slice(0, at)}
			<Cursor>{shown[at] ?? ' '}</Cursor>
			{shown.slice(at + 1)}
		</Text>
	);
}

/** Underlined and inverse: the terminal's own cursor is put there (terminal/screen.ts). */
export function Cursor({children}: {readonly children: string}) {
	return (
		<Text inverse underline>
			{children}
		</Text>
	);
}
