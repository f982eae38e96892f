import type {Flow} from './flow.js';

/** A flow of which is known whether something is under way that must not be cut off. */
export type WatchedWork = {
	readonly flow: Flow;
	/** Waits until nothing is. */
	readonly untilDone: () => Promise<unknown>;
};

/**
 * Watches what takes its time and leaves something behind.
 * @param onApplying told when an apply begins and ends
 */
export function watchWork(
	flow: Flow,
	onApplying: (isApplying: boolean) => void,
): WatchedWork {
	const works = new Set<Promise<unknown>>();
	const note = async <Result>(work: Promise<Result>): Promise<Result> => {
		works.add(work);
		try {
			return await work;
		} finally {
			works.delete(work);
		}
	};

	return {
		flow: {
			...flow,
			probe: (answers, options) => note(flow.probe(answers, options)),
			probeAgain: (answers, options) => note(flow.probeAgain(answers, options)),
			async apply(...wanted) {
				onApplying(true);
				try {
					return await note(flow.apply(...wanted));
				} finally {
					onApplying(false);
				}
			},
		},
		untilDone: () => Promise.allSettled(works),
	};
}
