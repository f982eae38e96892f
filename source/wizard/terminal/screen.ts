import {styledCharsFromTokens, tokenize} from '@alcalzone/ansi-tokenize';

/** One character cell. */
export type Cell = {
	/** A character; empty for the right half of a wide one. */
	readonly text: string;
	/** The parameters of its rendition (ECMA-48 SGR), `1;32`; empty for the plain one. */
	readonly style: string;
};

export type Line = readonly Cell[];

/** A place on a terminal, counted from 0. */
export type Place = {readonly row: number; readonly column: number};

export type Size = {readonly columns: number; readonly rows: number};

/** The size of a terminal; a serial line does not know its own, and is taken for 80 by 24. */
export function sizeOf({columns, rows}: Size): Size {
	return {columns: columns || 80, rows: rows || 24};
}

/** What is to be on a terminal. */
export type Screen = {
	readonly lines: readonly Line[];
	/** Where the terminal's own cursor stands; undefined while it is hidden. */
	readonly cursor: Place | undefined;
};

export const blank: Cell = {text: ' ', style: ''};

/** How a widget draws a cursor, by SGR 4 and 7: the terminal's own is put there instead. */
const cursorStyles = ['4', '7'];

/**
 * A frame as Ink draws it, as far as it fits a terminal.
 * @param hasColour whether colours are wanted; what is bold, underlined or inverse stays so anyhow
 */
export function readFrame(
	frame: string,
	{columns, rows}: Size,
	hasColour: boolean,
): Screen {
	const lines = frame
		.split('\n')
		.slice(0, rows)
		.map(line => cut(cellsOf(line, hasColour), columns));
	const row = lines.findIndex(line => line.some(isCursor));
	return row === -1
		? {lines, cursor: undefined}
		: {
				lines: lines.map(line => line.map(cell => (isCursor(cell) ? plain(cell) : cell))),
				cursor: {row, column: lines[row]?.findIndex(isCursor) ?? 0},
			};
}

/** Half of a wide character is none: a terminal would put the whole of it on the next row. */
function cut(line: Line, columns: number): Line {
	const isHalved = line[columns]?.text === '';
	return isHalved ? [...line.slice(0, columns - 1), blank] : line.slice(0, columns);
}

function cellsOf(line: string, hasColour: boolean): Line {
	return styledCharsFromTokens(tokenize(line)).flatMap(({value, styles, fullWidth}) => {
		const style = styles
			.flatMap(({code}) => /\[([\d;]+)m$/.exec(code)?.[1] ?? [])
			.filter(parameter => hasColour || !colourOrDim.test(parameter))
			.filter(
				(parameter, _index, all) =>
					// Inverse, the colour of the text is the ground.
					value !== ' ' || seenOnBlank.test(parameter) || all.includes('7'),
			)
			.toSorted()
			.join(';');
		return fullWidth
			? [
					{text: value, style},
					{text: '', style},
				]
			: [{text: value, style}];
	});
}

/** Terminals without colours know no dim text either: a VT220 has bold, underlined and inverse. */
const colourOrDim = /^(?:2$|(?:3|4|9|10)\d)/;

/** Lines under or through it, and grounds: a bold blank looks like any other. */
const seenOnBlank = /^(?:[479]$|4\d|10\d)/;

/** Whether a cell looks the same when it is written in this rendition. */
export function looksSame({text, style}: Cell, written: string): boolean {
	return (
		style === written ||
		(text === ' ' &&
			style === '' &&
			!written.split(';').some(parameter => seenOnBlank.test(parameter)))
	);
}

function isCursor({style}: Cell): boolean {
	const parameters = style.split(';');
	return cursorStyles.every(wanted => parameters.includes(wanted));
}

function plain({text, style}: Cell): Cell {
	const rest = style.split(';').filter(parameter => !cursorStyles.includes(parameter));
	return {text, style: rest.join(';')};
}
