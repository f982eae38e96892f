import {Box, Text} from 'ink';
import {Mark} from './mark.js';
import {windowNote, windowOf} from './window.js';

/** A line of a text that may be longer than the screen. */
export type Line = {
	/** Stands before the text, in its own colour. */
	readonly mark?: {readonly text: string; readonly colour: string | undefined};
	readonly text: string;
	readonly isBold?: boolean;
	readonly isDim?: boolean;
};

export type ScrollProps = {
	readonly lines: readonly Line[];
	/** The first line to be seen. */
	readonly top: number;
	readonly height: number;
	/** A line that was searched for. */
	readonly found?: number | undefined;
};

/** The part of a long text that fits, and how much more there is. */
export function Scroll({lines, top, height, found}: ScrollProps) {
	const fits = lines.length <= height;
	const {first, last} = windowOf(
		lines.length,
		top + Math.floor((height - 1) / 2),
		height - 1,
	);
	const shown = fits ? lines : lines.slice(first, last);
	return (
		<Box flexDirection="column" flexShrink={0}>
			{shown.map((line, index) => (
				<Text
					// Lines may be equal, and only their place tells them apart.
					key={first + index}
					bold={line.isBold === true}
					dimColor={line.isDim === true}
					inverse={first + index === found}
					wrap="truncate"
				>
					{line.mark !== undefined && <Mark {...line.mark} />}
					{line.text === '' ? ' ' : line.text}
				</Text>
			))}
			{!fits && <Text dimColor>{windowNote({first, last}, lines.length)}</Text>}
		</Box>
	);
}

/** How far a text can be scrolled. */
export function lastTop(lines: readonly Line[], height: number): number {
	return lines.length <= height ? 0 : lines.length - height + 1;
}
