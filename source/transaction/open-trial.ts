import {Failure} from '../failure.js';
import type {Person} from '../host/person.js';
import {type Followed, followTrial, type TrialEnd} from './follow-trial.js';
import type {GuardLink} from './guard-link.js';
import type {News, Request} from './messages.js';
import type {Proof, TrialRecord} from './trial.js';

/** A pending trial whose guard is there. */
export type Trial = {
	readonly record: TrialRecord;
	/** What the guard told last. */
	readonly news: () => News;
	/** Calls a listener at each change, and gives what stops that. */
	readonly onNews: (listener: (news: News) => void) => () => void;
	readonly keep: (by: Person, proof: Proof) => void;
	readonly undo: (by: Person, reason: string) => void;
	/**
	 * Never settles once one has looked away.
	 * @throws Failure `guard.missing` when the guard is gone for good
	 */
	readonly ended: Promise<TrialEnd>;
	/** Looks away; the trial goes on. */
	readonly close: () => void;
};

/** The trial that a guard speaks of, once it has said how it stands. */
export async function openTrial(
	link: GuardLink,
	trial: Omit<Followed, 'onNews' | 'onLink' | 'signal'>,
): Promise<Trial> {
	let current = link;
	let latest: News = {state: 'guarding'};
	const away = new AbortController();
	const heard = Promise.withResolvers<void>();
	const listeners = new Set<(news: News) => void>();
	const ask = (request: Request) => current.ask(request);
	const ended = followToEnd(link, {
		...trial,
		signal: away.signal,
		onLink(next) {
			current = next;
		},
		onNews(news) {
			latest = news;
			heard.resolve();
			for (const listener of listeners) {
				listener(news);
			}
		},
	});
	// Whoever wants to know how it ends waits for it; nobody has to.
	ended.catch(() => undefined);
	await Promise.race([heard.promise, ended]);
	return {
		record: trial.record,
		news: () => latest,
		onNews(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		keep: (by, proof) => ask({ask: 'keep', by, proof}),
		undo: (by, reason) => ask({ask: 'undo', by, reason}),
		ended,
		close() {
			away.abort();
			current.close();
		},
	};
}

async function followToEnd(link: GuardLink, followed: Followed): Promise<TrialEnd> {
	const end = await followTrial(link, followed);
	if (end === undefined) {
		throw new Failure('guard.missing', 'The process that guards the new rules is gone.', {
			remedies: ['Run "analytics-setup rollback" to put the old rules back.'],
		});
	}

	return end;
}

/**
 * Waits until the new rules are in effect whole, and can be kept.
 * @returns how it ended instead, when it did
 */
export async function untilOnTrial(trial: Trial): Promise<TrialEnd | undefined> {
	const {promise, resolve} = Promise.withResolvers<undefined>();
	const look = ({state}: News) => {
		if (state === 'on-trial') {
			resolve(undefined);
		}
	};

	const stop = trial.onNews(look);
	look(trial.news());
	try {
		return await Promise.race([promise, trial.ended]);
	} finally {
		stop();
	}
}
