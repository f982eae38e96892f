import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import {useLook} from './look.js';

/** A key and what it does, for the footer. */
export type Hint = readonly [key: string, does: string];

export type FrameProps = {
	readonly title: string;
	/** What is in effect, always in sight. */
	readonly status: string;
	/** A second line under the title. */
	readonly progress?: ReactNode;
	/** The line above the footer. */
	readonly note?: string | undefined;
	/** A line to type in, in the place of the note. */
	readonly prompt?: ReactNode;
	readonly hints: readonly Hint[];
	readonly children: ReactNode;
};

/** How many rows of a frame are not for its content. */
export const frameRows = 6;

/** What every screen has: a title line, the content, and the keys at the bottom. */
export function Frame({
	title,
	status,
	progress,
	note,
	prompt,
	hints,
	children,
}: FrameProps) {
	const {columns, rows} = useLook();
	return (
		<Box flexDirection="column" width={columns} height={rows}>
			<Box paddingX={1} justifyContent="space-between" flexShrink={0}>
				<Box flexShrink={0}>
					<Text bold wrap="truncate">
						{title}
					</Text>
				</Box>
				<Box marginLeft={1}>
					<Text wrap="truncate-start">{status}</Text>
				</Box>
			</Box>
			<Box paddingX={1} height={1} flexShrink={0}>
				{progress}
			</Box>
			<Rule />
			<Box flexDirection="column" flexGrow={1} paddingX={1} overflow="hidden">
				{children}
			</Box>
			{/* A sentence is told whole, over the last lines of the content. */}
			<Box paddingX={1} minHeight={1} flexShrink={0}>
				{prompt ?? <Text dimColor>{note ?? ''}</Text>}
			</Box>
			<Rule />
			<Footer hints={hints} />
		</Box>
	);
}

function Rule() {
	const {marks, columns} = useLook();
	return (
		<Box flexShrink={0}>
			<Text dimColor>{marks.rule.repeat(columns)}</Text>
		</Box>
	);
}

/** The keys, and what they do. */
export function Footer({hints}: {readonly hints: readonly Hint[]}) {
	const {marks, columns} = useLook();
	const width = columns - 2;
	const between = marks.separator.length + 2;
	// What people try by themselves goes first where there is little room.
	const shown = [marks.arrows, marks.sideways, 'Tab', marks.up, 'Ctrl-C', '/'].reduce(
		(kept, known) =>
			widthOf(kept, between) > width ? kept.filter(([key]) => key !== known) : kept,
		hints,
	);
	return (
		<Box paddingX={1} height={1} flexShrink={0}>
			<Text wrap="truncate">
				{shown.map(([key, does], index) => (
					<Text key={key}>
						{index === 0 ? '' : ` ${marks.separator} `}
						<Text bold>{key}</Text> {does}
					</Text>
				))}
			</Text>
		</Box>
	);
}

function widthOf(hints: readonly Hint[], between: number): number {
	const words = hints.map(([key, does]) => key.length + 1 + does.length);
	return words.reduce((sum, width) => sum + width, (hints.length - 1) * between);
}
