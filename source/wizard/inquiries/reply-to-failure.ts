import {Failure} from '../../failure.js';
import type {Reply} from '../../flow/inquiries/inquiry.js';

/** What kept a question from being asked says nothing about the value. */
export function replyToFailure(error: unknown): Reply {
	if (!(error instanceof Failure)) {
		throw error;
	}

	return {
		...{destination: '', address: null, verdict: 'unprovable', cause: 'probe.failed'},
		...{owner: 'this-host', detail: `could not be tried: ${error.message}`, remedy: null},
	};
}
