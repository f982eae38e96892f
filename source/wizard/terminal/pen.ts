import type {Place} from './screen.js';

/** How a terminal stands after what it was sent: what it writes next, and where. */
export type Pen = {
	/** Undefined where terminals differ. */
	readonly at: Place | undefined;
	readonly style: string;
	readonly isCursorShown: boolean;
};

/** What to send, and how the terminal stands then. */
export type Stroke = {readonly text: string; readonly pen: Pen};

/** ECMA-48 SGR: the whole rendition anew where something of it must end. */
export function switchStyle(pen: Pen, style: string): Stroke {
	if (pen.style === style) {
		return {text: '', pen};
	}

	const parameters = pen.style === '' || style === '' ? style : `;${style}`;
	return {text: `\u001B[${parameters}m`, pen: {...pen, style}};
}

/** DEC private mode 25. */
export function showCursor(pen: Pen, isCursorShown: boolean): Stroke {
	return pen.isCursorShown === isCursorShown
		? {text: '', pen}
		: {text: `\u001B[?25${isCursorShown ? 'h' : 'l'}`, pen: {...pen, isCursorShown}};
}

/** The shortest way for the cursor to a place. */
export function moveTo(pen: Pen, to: Place): Stroke {
	const {row, column} = to;
	const line = row === 0 ? '' : row + 1;
	const absolute = `\u001B[${line}${column === 0 ? '' : `;${column + 1}`}H`;
	const ways = [absolute, ...waysFrom(pen.at, to)];
	const text = ways.reduce((best, way) => (way.length < best.length ? way : best));
	return {text, pen: {...pen, at: to}};
}

function waysFrom(from: Place | undefined, {row, column}: Place): readonly string[] {
	if (from === undefined) {
		return [];
	}

	const down = row - from.row;
	if (down !== 0) {
		return down > 0 && column === 0 ? [`\r${'\n'.repeat(down)}`] : [];
	}

	const right = column - from.column;
	const times = Math.abs(right) === 1 ? '' : Math.abs(right);
	return [
		...(right === 0 ? [''] : []),
		...(column === 0 ? ['\r'] : []),
		...(right > 0 ? [`\u001B[${times}C`] : []),
		...(right < 0 ? [`\u001B[${times}D`, '\b'.repeat(-right)] : []),
	];
}
