import type {Failure} from '../../failure.js';
import {remediesFor} from '../words/failing.js';
import type {Done} from './busy.js';
import type {Talk} from './talk.js';

/** What went wrong, and what to do next. */
export function tellFailure(talk: Talk, failure: Failure): void {
	talk.tell(`This did not work. ${failure.message}`, ...remediesFor(failure));
}

/** What came of work; undefined when nothing did, and why is told. */
export function valueOrTold<Value>(talk: Talk, done: Done<Value>): Value | undefined {
	if (done.state === 'failed') {
		tellFailure(talk, done.failure);
	}

	return done.state === 'done' ? done.value : undefined;
}
