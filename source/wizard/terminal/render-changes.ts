import {moveTo, type Pen, type Stroke, showCursor, switchStyle} from './pen.js';
import {
	blank,
	type Cell,
	type Line,
	looksSame,
	type Place,
	type Screen,
	type Size,
} from './screen.js';

/** What a terminal must be sent to show one screen after another, in few bytes. */
export function renderChanges(
	before: Screen,
	after: Screen,
	{columns, rows}: Size,
	start: Pen,
): Stroke {
	const {cursor} = after;
	const lines = Array.from({length: rows}, (_, row) => row);
	return drawn(start, draw => {
		for (const row of lines) {
			const was = filled(before.lines[row], columns);
			const is = filled(after.lines[row], columns);
			draw(pen => renderLine(was, is, row, pen));
		}

		draw(pen => switchStyle(pen, ''));
		if (cursor !== undefined) {
			draw(pen => moveTo(pen, cursor));
		}

		draw(pen => showCursor(pen, cursor !== undefined));
	});
}

type Draw = (next: (pen: Pen) => Stroke) => void;

/** One stroke after the other, each with the pen as the one before has left it. */
function drawn(start: Pen, work: (draw: Draw) => void): Stroke {
	let stroke: Stroke = {text: '', pen: start};
	work(next => {
		const {text, pen} = next(stroke.pen);
		stroke = {text: stroke.text + text, pen};
	});
	return stroke;
}

function filled(line: Line | undefined, columns: number): Line {
	const known = line ?? [];
	const missing = Math.max(0, columns - known.length);
	return [...known, ...Array.from({length: missing}, () => blank)];
}

function renderLine(was: Line, is: Line, row: number, start: Pen): Stroke {
	const end = is.findLastIndex(cell => !isSame(cell, blank)) + 1;
	return drawn(start, draw => {
		for (const [column, cell] of is.slice(0, end).entries()) {
			// The right half of a wide character comes with its left one.
			if (cell.text !== '' && !isSame(cell, was[column])) {
				draw(pen => moveAlong(pen, {row, column}, is));
				draw(pen => write(pen, cell, is, column));
			}
		}

		if (was.slice(end).some(cell => !isSame(cell, blank))) {
			draw(pen => moveAlong(pen, {row, column: end}, is));
			draw(pen => switchFor(pen, blank));
			draw(pen => ({text: eraseToEnd, pen}));
		}
	});
}

/** ECMA-48 EL. */
const eraseToEnd = '\u001B[K';

function isSame(a: Cell, b: Cell | undefined): boolean {
	return a.text === b?.text && a.style === b.style;
}

/** What cannot be seen on a blank need not be switched off for it. */
function switchFor(pen: Pen, cell: Cell): Stroke {
	return looksSame(cell, pen.style) ? {text: '', pen} : switchStyle(pen, cell.style);
}

function write(pen: Pen, cell: Cell, line: Line, column: number): Stroke {
	const switched = switchFor(pen, cell);
	const next = column + (line[column + 1]?.text === '' ? 2 : 1);
	// Terminals differ in where they stand after the last column.
	const at = next < line.length ? pen.at && {...pen.at, column: next} : undefined;
	return {text: switched.text + cell.text, pen: {...switched.pen, at}};
}

/** To write a few characters again may be shorter than to jump over them. */
function moveAlong(pen: Pen, to: Place, line: Line): Stroke {
	const jump = moveTo(pen, to);
	const {at, style} = pen;
	if (at?.row !== to.row || at.column >= to.column) {
		return jump;
	}

	const between = line.slice(at.column, to.column);
	const isCheap =
		between.length <= jump.text.length &&
		between.every(cell => looksSame(cell, style) && /^[ -~]$/.test(cell.text));
	return isCheap ? {...jump, text: between.map(({text}) => text).join('')} : jump;
}
