import type {WriteStream} from 'node:tty';
import {beforeTheEnd} from '../../host/last-acts.js';
import {type OpenTerminal, openTerminal} from './open-terminal.js';

/** What is drawn on, and how. */
export type Drawing = {
	readonly terminal: WriteStream;
	readonly hasColour: boolean;
	/** Has something done whenever this program goes on after it was stopped. */
	readonly onContinued: (act: () => void) => () => void;
};

/**
 * Has the screen of a terminal for some work, and gives it back in whatever way that ends.
 * @param onFrame told of each frame that is to be seen
 */
export async function withTerminal<Result>(
	{terminal, hasColour, onContinued}: Drawing,
	work: (open: OpenTerminal) => Promise<Result>,
	onFrame?: Parameters<typeof openTerminal>[2],
): Promise<Result> {
	const open = openTerminal(terminal, hasColour, onFrame);
	const {close, repaint} = open;
	// Whoever stopped this program may have written on the terminal.
	const undo = [beforeTheEnd(async () => close()), onContinued(repaint)];
	try {
		return await work(open);
	} finally {
		for (const forget of undo) {
			forget();
		}

		close();
	}
}
