import {type CountedTerminal, startCounted} from '../test/helpers/counted-terminal.js';
import type {Command} from './run-time.js';

/** What is found while a program runs on a terminal of 80 by 24, which ends it. */
export async function onTerminal<Found>(
	command: Command,
	find: (terminal: CountedTerminal) => Promise<Found>,
): Promise<Found> {
	const terminal = startCounted(command);
	try {
		return await find(terminal);
	} finally {
		terminal.close();
		await terminal.exited;
	}
}
