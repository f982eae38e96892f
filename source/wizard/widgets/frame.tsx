import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import {type Hint, hintsThatFit} from './hints.js';
import {useLook} from './look.js';

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
	return (
		<Box paddingX={1} height={1} flexShrink={0}>
			<Text wrap="truncate">
				{hintsThatFit(hints, marks, columns - 2).map(([key, does], index) => (
					<Text key={key}>
						{index === 0 ? '' : ` ${marks.separator} `}
						<Text bold>{key}</Text> {does}
					</Text>
				))}
			</Text>
		</Box>
	);
}
