import {moveTo, type Pen, type Stroke, showCursor, switchStyle} from './pen.js';
import {
	blank,
	type Cell,
	type Line,
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
	let text = '';
	let pen = start;
	const draw = (stroke: Stroke) => {
		text += stroke.text;
		pen = stroke.pen;
	};
	for (let row = 0; row < rows; row += 1) {
		const was = before.lines[row] ?? [];
		const is = after.lines[row] ?? [];
		if (was !== is) {
			draw(renderLine(filled(was, columns), filled(is, columns), row, pen));
		}
	}

	draw(switchStyle(pen, ''));
	if (after.cursor !== undefined) {
		draw(moveTo(pen, after.cursor));
	}

	draw(showCursor(pen, after.cursor !== undefined));
	return {text, pen};
}

function filled(line: Line, columns: number): Line {
	const missing = Math.max(0, columns - line.length);
	return [...line, ...Array.from({length: missing}, () => blank)];
}

function renderLine(was: Line, is: Line, row: number, start: Pen): Stroke {
	let text = '';
	let pen = start;
	const draw = (stroke: Stroke) => {
		text += stroke.text;
		pen = stroke.pen;
	};
	const end = is.findLastIndex(cell => !isSame(cell, blank)) + 1;
	for (const [column, cell] of is.slice(0, end).entries()) {
		// The right half of a wide character comes with its left one.
		if (cell.text !== '' && !isSame(cell, was[column])) {
			draw(moveAlong(pen, {row, column}, is));
			draw(write(pen, cell, is, column));
		}
	}

	if (was.slice(end).some(cell => !isSame(cell, blank))) {
		draw(moveAlong(pen, {row, column: end}, is));
		draw(switchStyle(pen, ''));
		draw({text: eraseToEnd, pen});
	}

	return {text, pen};
}

/** ECMA-48 EL. */
const eraseToEnd = '\u001B[K';

function isSame(a: Cell, b: Cell | undefined): boolean {
	return a.text === b?.text && a.style === b.style;
}

function write(pen: Pen, {text, style}: Cell, line: Line, column: number): Stroke {
	const switched = switchStyle(pen, style);
	const next = column + (line[column + 1]?.text === '' ? 2 : 1);
	// Terminals differ in where they stand after the last column.
	const at = next < line.length ? pen.at && {...pen.at, column: next} : undefined;
	return {text: switched.text + text, pen: {...switched.pen, at}};
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
		between.every(cell => cell.style === style && /^[ -~]$/.test(cell.text));
	return isCheap ? {...jump, text: between.map(({text}) => text).join('')} : jump;
}
