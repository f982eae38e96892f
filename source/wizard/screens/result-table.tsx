import {Box, Text} from 'ink';
import type {ProbeResult} from '../../probes/probe-result.js';
import {wrap} from '../../reports/wrap.js';
import {useLook} from '../widgets/look.js';
import {type ResultLine, verdictColours} from './result-lines.js';

export type ResultTableProps = {
	readonly lines: readonly ResultLine[];
	readonly selected: ProbeResult | undefined;
	/** How many rows the lines have, without the remedy below them. */
	readonly height: number;
};

/** How many rows the remedy of the selected result takes, with the empty one above it. */
export const remedyRows = 4;

/** Results as lines, and below them what to do about the selected one. */
export function ResultTable({lines, selected, height}: ResultTableProps) {
	const {columns} = useLook();
	const words = wrap(selected?.remedy ?? '', columns - 2);
	return (
		<Box flexDirection="column" flexGrow={1}>
			<Box flexDirection="column" height={height} flexShrink={0}>
				{lines.map((line, index) => (
					<TableLine
						key={index}
						line={line}
						isHere={line.result !== undefined && line.result === selected}
						width={columns - 2}
					/>
				))}
			</Box>
			<Box flexDirection="column" marginTop={1}>
				{words.slice(0, remedyRows - 1).map(line => (
					<Text key={line}>{line}</Text>
				))}
			</Box>
		</Box>
	);
}

type TableLineProps = {
	readonly line: ResultLine;
	readonly isHere: boolean;
	readonly width: number;
};

/** The mark of a row, with a space on its left. */
const markColumns = 2;

function TableLine({line, isHere, width}: TableLineProps) {
	if (line.result === undefined) {
		return (
			<Text
				bold={line.kind === 'heading'}
				dimColor={line.kind === 'waiting'}
				wrap="truncate"
			>
				{line.text}
			</Text>
		);
	}

	const colour = isHere ? undefined : verdictColours[line.result.verdict];
	return (
		<Text inverse={isHere} wrap="truncate">
			<Text bold {...(colour === undefined ? {} : {color: colour})}>
				{line.text.slice(0, markColumns)}
			</Text>
			{line.text.slice(markColumns).padEnd(width - markColumns)}
		</Text>
	);
}
