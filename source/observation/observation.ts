import type {Observed} from './observed.js';

/** Counts in the kernel where the programs of this server go; blocks nothing. */
export type Observation = {
	/**
	 * Begins to count, and goes on after a restart until it is stopped. What an earlier
	 * observation has seen is forgotten; one that goes on just goes on.
	 * @throws Failure `command.failed` where the kernel cannot count
	 */
	readonly start: () => Promise<void>;
	/** Ends it; what was seen is kept. */
	readonly stop: () => Promise<void>;
	/** What was seen up to now; undefined when nobody ever asked for it. */
	readonly read: () => Promise<Observed | undefined>;
};

/** Loads what counts only when that is asked for. */
export function observeLater(open: () => Promise<Observation>): Observation {
	return {
		start: async () => (await open()).start(),
		stop: async () => (await open()).stop(),
		read: async () => (await open()).read(),
	};
}
