import type {Failure} from '../../failure.js';
import type {Done} from './busy.js';
import type {Talk} from './talk.js';

/** What went wrong, and what to do next. */
export function tellFailure(talk: Talk, {message, remedies}: Failure): void {
	talk.tell(`This did not work. ${message}`, ...remedies);
}

/** What came of work; undefined when nothing did, and why is told. */
export function valueOrTold<Value>(talk: Talk, done: Done<Value>): Value | undefined {
	if (done.state === 'failed') {
		tellFailure(talk, done.failure);
	}

	return done.state === 'done' ? done.value : undefined;
}
