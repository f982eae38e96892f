import type {Answers} from '../answers/schema.js';
import type {Flow} from '../flow/flow.js';
import type {Reply} from '../flow/inquiries/inquiry.js';
import {replyToFailure} from './inquiries/reply-to-failure.js';

/** What of all that was observed these answers would cut off; undefined where they cut off nothing by name. */
export async function askObserved(
	{ask}: Pick<Flow, 'ask'>,
	answers: Answers,
	signal: AbortSignal,
): Promise<Reply | undefined> {
	if (answers.outbound.mode !== 'destinations') {
		return undefined;
	}

	try {
		return await ask({about: 'observed'}, answers, signal);
	} catch (error) {
		return replyToFailure(error);
	}
}
