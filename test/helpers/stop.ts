import process from 'node:process';
import type {Terminal} from './terminal.js';

/** Stops what runs on a terminal: it says no more, and hears nothing. */
export function stop({pid}: Terminal): void {
	process.kill(pid, 'SIGSTOP');
}

/** Lets it go on, if it is still there. */
export function resume({pid}: Terminal): void {
	try {
		process.kill(pid, 'SIGCONT');
	} catch {
		// It has ended.
	}
}
