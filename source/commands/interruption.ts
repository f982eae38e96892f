import process from 'node:process';
import {Failure} from '../failure.js';

/** A signal that is given when the user presses Ctrl-C or the session ends. */
export function interruption(): AbortSignal {
	const controller = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		// Not `once`: with the last listener gone, the library that runs programs would end us.
		process.on(signal, () =>
			controller.abort(new Failure('interrupted', 'Interrupted; nothing was changed.')),
		);
	}

	return controller.signal;
}
