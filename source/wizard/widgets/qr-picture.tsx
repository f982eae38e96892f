import {Box, Text} from 'ink';
import type {QrCode} from '../../reports/qr-code.js';
import {useLook} from './look.js';

/** How many modules fit beside each other, and above each other, in so many cells. */
export function modulesIn(
	{columns, rows}: {readonly columns: number; readonly rows: number},
	halfBlock: string | undefined,
): number {
	return halfBlock === undefined
		? Math.min(Math.floor(columns / 2), rows)
		: Math.min(columns, rows * 2);
}

/**
 * A code that a camera reads, dark on light whatever colours the terminal has. A cell holds
 * two modules, one above the other; without half blocks a module takes two cells.
 */
export function QrPicture({code}: {readonly code: QrCode}) {
	const {marks} = useLook();
	const {halfBlock} = marks;
	const rows = halfBlock === undefined ? wholeRows(code) : halfRows(code, halfBlock);
	return (
		<Box flexDirection="column" flexShrink={0}>
			{rows.map((cells, row) => (
				<Text key={row} color="white" backgroundColor="black">
					{runsOf(cells).map(({text, isInverse}, index) => (
						<Text key={index} inverse={isInverse}>
							{text}
						</Text>
					))}
				</Text>
			))}
		</Box>
	);
}

/** What stands in a cell: as it is light on dark, inverse dark on light. */
type Part = {readonly text: string; readonly isInverse: boolean};

function wholeRows(code: QrCode): ReadonlyArray<readonly Part[]> {
	return code.map(modules => modules.map(isDark => ({text: '  ', isInverse: !isDark})));
}

function halfRows(code: QrCode, halfBlock: string): ReadonlyArray<readonly Part[]> {
	const pairs = Array.from({length: Math.ceil(code.length / 2)}, (_, row) => row * 2);
	return pairs.map(row =>
		(code[row] ?? []).map((isDarkAbove, column) => {
			// Below the last row it stays light.
			const isDarkBelow = code[row + 1]?.[column] ?? false;
			return isDarkAbove === isDarkBelow
				? {text: ' ', isInverse: !isDarkAbove}
				: {text: halfBlock, isInverse: isDarkAbove};
		}),
	);
}

/** Neighbours that look the same, together. */
function runsOf(parts: readonly Part[]): readonly Part[] {
	const runs: Part[] = [];
	for (const part of parts) {
		const last = runs.at(-1);
		if (last !== undefined && last.isInverse === part.isInverse) {
			runs[runs.length - 1] = {...last, text: last.text + part.text};
		} else {
			runs.push(part);
		}
	}

	return runs;
}
