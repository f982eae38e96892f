import type {SessionEnd, SessionView} from '../../session/messages.js';
import type {SessionLink} from '../../session/session-link.js';
import {steps} from '../steps/index.js';
import type {Talk} from './talk.js';

/** Another session, while it is looked on at. */
export type FollowedSession = {
	readonly view: () => SessionView;
	/** How it ended, once it has. */
	readonly end: () => SessionEnd | undefined;
	/** Given when it has ended, or there is nothing more to look on at. */
	readonly over: AbortSignal;
	/** Comes with its end. */
	readonly ended: Promise<void>;
};

/** Listens to another session, and tells where it is whenever that changes. */
export function followSession(
	{view: first, news}: SessionLink,
	talk: Talk,
	released?: AbortSignal,
): FollowedSession {
	let view = first;
	let end: SessionEnd | undefined;
	const over = new AbortController();
	const tellChange = (next: SessionView) => {
		const where = whereInWords(next);
		if (where !== whereInWords(view)) {
			talk.tell(where);
		}
	};

	const listenToIt = async () => {
		for await (const told of news) {
			if (told.state === 'open') {
				tellChange(told);
				view = told;
			} else {
				end = told;
				over.abort();
			}
		}
	};

	talk.tell(whereInWords(view));
	return {
		view: () => view,
		end: () => end,
		over: AbortSignal.any([over.signal, ...(released === undefined ? [] : [released])]),
		ended: listenToIt(),
	};
}

/** Where a session is, in a sentence. */
function whereInWords({page, isApplying, isOnTrial, isLost}: SessionView): string {
	if (isApplying) {
		return 'The other session puts rules into effect.';
	}

	if (isOnTrial) {
		return 'In the other session new rules are on trial.';
	}

	const index = steps.findIndex(({id}) => id === page);
	const step = steps[index];
	const where =
		step === undefined
			? page === 'review'
				? 'at the review'
				: 'at none of the pages'
			: `at page ${index + 1}: ${step.title}`;
	return `The other session is ${where}${isLost ? ', and its line has dropped' : ''}.`;
}
