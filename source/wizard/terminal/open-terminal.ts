import {EventEmitter} from 'node:events';
import type {WriteStream} from 'node:tty';
import type {Pen} from './pen.js';
import {renderChanges} from './render-changes.js';
import {readFrame, type Screen} from './screen.js';

/** The terminal while the wizard is on it. */
export type OpenTerminal = {
	/** What Ink takes for the terminal: it is handed whole frames. */
	readonly stdout: WriteStream;
	/** Draws everything anew, for when something else has written over it. */
	readonly repaint: () => void;
	/** Gives the terminal back as it was. */
	readonly close: () => void;
};

/** xterm's alternate screen, with the cursor kept; terminals without one pass it over. */
const enter = '\u001B[?1049h';
const leave = '\u001B[?1049l';
const clear = '\u001B[m\u001B[H\u001B[2J';

/** How a switch of a mode begins; Ink switches bracketed paste by itself. */
const mode = '\u001B[?';

const nothing: Screen = {lines: [], cursor: undefined};
const atStart: Pen = {at: {row: 0, column: 0}, style: '', isCursorShown: true};

/**
 * Stands between Ink and a terminal, and sends only the cells that have changed: a key typed
 * into a field is one byte on a slow line.
 * @param hasColour whether colours are wanted
 */
export function openTerminal(terminal: WriteStream, hasColour: boolean): OpenTerminal {
	let shown = nothing;
	let pen = atStart;
	let frame = '';
	let isDue = false;
	let isClosed = false;
	const draw = () => {
		isDue = false;
		// On a slow line only the newest frame is worth the time.
		if (isClosed || terminal.writableNeedDrain) {
			return;
		}

		const {columns, rows} = terminal;
		const next = readFrame(frame, {columns, rows}, hasColour);
		const stroke = renderChanges(shown, next, {columns, rows}, pen);
		shown = next;
		pen = stroke.pen;
		if (stroke.text !== '') {
			terminal.write(stroke.text);
		}
	};
	const drawSoon = () => {
		if (!isDue) {
			isDue = true;
			setImmediate(draw);
		}
	};
	const repaint = () => {
		terminal.write(clear);
		pen = {...atStart, isCursorShown: pen.isCursorShown};
		shown = nothing;
		drawSoon();
	};

	const stdout = standIn(terminal, text => {
		frame = text;
		drawSoon();
	});
	const resize = () => {
		repaint();
		stdout.emit('resize');
	};
	terminal.write(enter + clear);
	terminal.on('drain', drawSoon);
	terminal.on('resize', resize);
	return {
		stdout,
		repaint,
		close() {
			if (isClosed) {
				return;
			}

			isClosed = true;
			terminal.off('drain', drawSoon);
			terminal.off('resize', resize);
			terminal.write(`\u001B[m\u001B[${terminal.rows};1H\r\n${leave}\u001B[?25h`);
		},
	};
}

/** A stream as Ink wants it, whose frames go elsewhere. */
function standIn(terminal: WriteStream, onFrame: (text: string) => void): WriteStream {
	const stream = Object.assign(new EventEmitter(), {
		isTTY: true,
		write(text: string, ...more: readonly unknown[]) {
			if (text.startsWith(mode)) {
				terminal.write(text);
			} else if (text !== '') {
				onFrame(text);
			}

			const done = more.at(-1);
			if (typeof done === 'function') {
				setImmediate(done as () => void);
			}

			return true;
		},
	});
	for (const name of ['columns', 'rows'] as const) {
		Object.defineProperty(stream, name, {get: () => terminal[name]});
	}

	// Of a stream's many parts Ink uses these.
	return stream as unknown as WriteStream;
}
