import {EventEmitter} from 'node:events';
import type {WriteStream} from 'node:tty';
import type {Pen} from './pen.js';
import {renderChanges} from './render-changes.js';
import {readFrame, type Screen, type Size, sizeOf} from './screen.js';

/** The terminal while the wizard is on it. */
export type OpenTerminal = {
	/** What Ink takes for the terminal: it is handed whole frames. */
	readonly stdout: WriteStream;
	/** Draws a frame at once, before Ink draws any. */
	readonly draw: (frame: string) => void;
	/** Draws everything anew, for when something else has written over it. */
	readonly repaint: () => void;
	/**
	 * Leaves the screen, and prints a text plainly where the terminal keeps what scrolls by.
	 * @returns brings the screen back
	 */
	readonly printPlainly: (text: string) => () => void;
	/** Leaves what is drawn as it is, whatever Ink hands over from now on. */
	readonly drawNoMore: () => void;
	/** Gives the terminal back as it was. */
	readonly close: () => void;
};

/** xterm's alternate screen, with the cursor kept; terminals without one pass it over. */
const enter = '\u001B[?1049h';
const leave = '\u001B[?1049l';
const clear = '\u001B[m\u001B[H\u001B[2J';

/** How a switch of a mode begins; Ink switches bracketed paste by itself. */
const mode = '\u001B[?';
const pastesAsKeys = '\u001B[?2004l';

const nothing: Screen = {lines: [], cursor: undefined};
const atStart: Pen = {at: {row: 0, column: 0}, style: '', isCursorShown: true};

/**
 * Stands between Ink and a terminal, and sends only the cells that have changed: a key typed
 * into a field is one byte on a slow line.
 * @param hasColour whether colours are wanted
 * @param onFrame told of each frame that is to be seen, also where the terminal is gone
 */
export function openTerminal(
	terminal: WriteStream,
	hasColour: boolean,
	onFrame: (frame: string, size: Size) => void = () => undefined,
): OpenTerminal {
	let shown = nothing;
	let pen = atStart;
	let frame = '';
	/** How Ink last switched pasting, and how the terminal was told. */
	let pasting = pastesAsKeys;
	let toldPasting = pastesAsKeys;
	let isDue = false;
	let isClosed = false;
	/** Whether something else is to be read on the terminal. */
	let isAside = false;
	const tellPasting = () => {
		if (pasting !== toldPasting) {
			terminal.write(pasting);
			toldPasting = pasting;
		}
	};
	const draw = () => {
		isDue = false;
		if (!stdout.writable) {
			return;
		}

		const size = sizeOf(terminal);
		onFrame(frame, size);
		// On a slow line only the newest frame is worth the time.
		if (isClosed || isAside || terminal.writableNeedDrain) {
			return;
		}

		tellPasting();
		const next = readFrame(frame, size, hasColour);
		const stroke = renderChanges(shown, next, size, pen);
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
		if (isAside) {
			return;
		}

		terminal.write(clear);
		pen = {...atStart, isCursorShown: pen.isCursorShown};
		shown = nothing;
		drawSoon();
	};

	const stdout = standIn(terminal, text => {
		// Between two screens Ink switches pasting off and on again: that is never sent.
		if (text.startsWith(mode)) {
			pasting = text;
		} else {
			frame = text;
		}

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
		draw(first) {
			frame = first;
			draw();
		},
		repaint,
		printPlainly(text) {
			isAside = true;
			terminal.write(`${leaveFrom(terminal)}${text.replaceAll('\n', '\r\n')}`);
			pen = atStart;
			return () => {
				isAside = false;
				if (!isClosed) {
					terminal.write(enter);
					repaint();
				}
			};
		},
		drawNoMore() {
			// Ink hands nothing more to a stream that has ended.
			Object.assign(stdout, {writable: false});
		},
		close() {
			if (isClosed) {
				return;
			}

			isClosed = true;
			terminal.off('drain', drawSoon);
			terminal.off('resize', resize);
			// Ink does so later, when a signal ends the program.
			pasting = pastesAsKeys;
			tellPasting();
			if (!isAside) {
				terminal.write(leaveFrom(terminal));
			}
		},
	};
}

/** Below everything, for terminals without a screen of their own for this. */
function leaveFrom(terminal: WriteStream): string {
	const {rows} = sizeOf(terminal);
	return `\u001B[m\u001B[${rows};1H\r\n${leave}\u001B[?25h`;
}

/** A stream as Ink wants it, which hands on what is written to it. */
function standIn(terminal: WriteStream, onText: (text: string) => void): WriteStream {
	const stream = Object.assign(new EventEmitter(), {
		isTTY: true,
		writable: true,
		write(text: string, ...more: readonly unknown[]) {
			if (text !== '') {
				onText(text);
			}

			const done = more.at(-1);
			if (typeof done === 'function') {
				setImmediate(done as () => void);
			}

			return true;
		},
	});
	for (const name of ['columns', 'rows'] as const) {
		Object.defineProperty(stream, name, {get: () => sizeOf(terminal)[name]});
	}

	// Of a stream's many parts Ink uses these.
	return stream as unknown as WriteStream;
}
