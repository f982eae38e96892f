import {Box, Text} from 'ink';
import {useLook} from './look.js';
import {Mark} from './mark.js';
import type {Line} from './scroll.js';
import {steadyWindow, windowNote} from './window.js';

/** One thing of a page that is moved through by a pointer. It may take several lines. */
export type Item = {
	readonly id: string;
	readonly lines: readonly Line[];
	/** A heading or a gap, which the pointer passes over. */
	readonly isPassedOver?: true;
};

export type PointerListProps = {
	readonly items: readonly Item[];
	/** The index of the item that is pointed at. */
	readonly at: number;
	readonly height: number;
};

/** The part of a page around the pointer, which stands beside the first line of its item. */
export function PointerList({items, at, height}: PointerListProps) {
	const {marks} = useLook();
	const rows = rowsOf(items);
	const {first, last} = windowAt(rows, at, height);
	return (
		<Box flexDirection="column" flexShrink={0}>
			{rows.slice(first, last).map(({line, item, index, isFirst}, offset) => (
				<Text
					// Lines may be equal, and only their place tells them apart.
					key={first + offset}
					bold={line.isBold === true}
					dimColor={line.isDim === true}
					wrap="truncate"
				>
					{item.isPassedOver !== true && (
						<Text bold>{isFirst && index === at ? `${marks.pointer} ` : '  '}</Text>
					)}
					{line.mark !== undefined && <Mark {...line.mark} />}
					{line.text === '' ? ' ' : line.text}
				</Text>
			))}
		</Box>
	);
}

/** Which lines are to be seen; empty when all of them are. */
export function linesShown({items, at, height}: PointerListProps): string {
	const rows = rowsOf(items);
	return windowNote(windowAt(rows, at, height), rows.length);
}

type Row = {
	readonly line: Line;
	readonly item: Item;
	readonly index: number;
	readonly isFirst: boolean;
};

function rowsOf(items: readonly Item[]): readonly Row[] {
	return items.flatMap((item, index) =>
		item.lines.map((line, place) => ({line, item, index, isFirst: place === 0})),
	);
}

/** From the last line of the item, so that all of it is seen. */
function windowAt(rows: readonly Row[], at: number, height: number) {
	const row = rows.findLastIndex(({index}) => index === at);
	return steadyWindow(rows.length, row, height);
}
