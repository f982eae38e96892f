import process from 'node:process';
import {Failure} from '../failure.js';
import {replyTo} from '../rehearsal/actor.js';
import type {Request} from '../rehearsal/messages.js';

/**
 * One side of a rehearsal. The network namespace that it is started in goes with the
 * process, and the process with its parent, however that ends.
 */
export function rehearse(): void {
	if (process.send === undefined) {
		throw new Failure(
			'usage',
			'"rehearse" is a part of "apply", which runs it by itself.',
		);
	}

	// At once, whatever it still waits for.
	process.on('disconnect', () => process.exit());
	process.on('message', async (request: Request) => {
		process.send?.(await replyTo(request));
	});
}
