import {Box, Text} from 'ink';
import type {ProbeResult} from '../../../probes/probe-result.js';
import type {Marks} from '../../../reports/marks.js';
import {wrap} from '../../../reports/wrap.js';
import {useLook} from '../../widgets/look.js';
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
	const {columns, marks} = useLook();
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
				{remedyLines(selected?.remedy ?? '', columns - 2, marks).map(line => (
					<Text key={line}>{line}</Text>
				))}
			</Box>
		</Box>
	);
}

/** As much of a remedy as there is room for; where that is not all of it, where the rest is. */
function remedyLines(
	remedy: string,
	width: number,
	{more}: Pick<Marks, 'more'>,
): readonly string[] {
	const lines = wrap(remedy, width);
	const most = remedyRows - 1;
	if (lines.length <= most) {
		return lines;
	}

	const rest = ` ${more} Enter for all`;
	const [last = ''] = wrap(lines[most - 1] ?? '', width - rest.length);
	return [...lines.slice(0, most - 1), `${last}${rest}`];
}

type TableLineProps = {
	readonly line: ResultLine;
	readonly isHere: boolean;
	readonly width: number;
};

/** The mark of a row, with a space on its left. */
const markColumns = 2;

function TableLine({line, isHere, width}: TableLineProps) {
	const {marks} = useLook();
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
	const text = `${isHere ? marks.pointer : ' '}${line.text.slice(1)}`;
	return (
		<Text inverse={isHere} wrap="truncate">
			<Text bold {...(colour === undefined ? {} : {color: colour})}>
				{text.slice(0, markColumns)}
			</Text>
			{text.slice(markColumns).padEnd(width - markColumns)}
		</Text>
	);
}
