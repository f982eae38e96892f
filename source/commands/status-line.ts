import process from 'node:process';
import {shorten} from '../reports/wrap.js';
import {progressStyle} from './progress.js';

/** A line on the terminal that says how far the work is, and leaves nothing behind. */
export type StatusLine = {
	readonly show: (text: string) => void;
	readonly clear: () => void;
};

/**
 * On stderr, where that is a terminal that can rewrite a line and nothing else was asked
 * for; otherwise nowhere.
 */
export function openStatusLine(isSilent: boolean): StatusLine {
	const {stderr} = process;
	const canRewrite = stderr.isTTY && process.env.TERM !== 'dumb';
	if (isSilent || progressStyle !== 'auto' || !canRewrite) {
		return {show: () => undefined, clear: () => undefined};
	}

	// In the last column some terminals would begin a new line.
	const width = (stderr.columns || 80) - 1;
	return {
		show(text) {
			stderr.write(`\r${shorten(text, width, '...')}${clearRest}`);
		},
		clear() {
			stderr.write(`\r${clearRest}`);
		},
	};
}

/** Clears the line from the cursor on (ECMA-48, EL). */
const clearRest = '\u001B[K';
