import type {RunCommand} from '../host/command.js';
import {parseSeen, type SeenReading} from './parse-seen.js';
import {removeSeenTable, seenTable, seenTableScript} from './seen-table.js';

/** What the kernel counts, in a table of its own. */
export type SeenCounter = {
	/** Begins to count at nothing. */
	readonly begin: () => Promise<void>;
	/** All that was counted since it began; undefined where nothing counts. */
	readonly read: () => Promise<SeenReading | undefined>;
	/** Leaves no trace in the kernel. */
	readonly end: () => Promise<void>;
};

export function seenCounter(run: RunCommand): SeenCounter {
	const load = async (input: string) => {
		await run('nft', ['-f', '-'], {input});
	};

	return {
		begin: () => load(seenTableScript),
		async read() {
			const words = ['list', 'table', ...seenTable.split(' ')];
			try {
				return parseSeen((await run('nft', ['-n', ...words])).stdout);
			} catch {
				// A restart, or somebody who flushed every table; where nft itself fails,
				// whoever wants to count again is told so.
				return undefined;
			}
		},
		end: () => load(removeSeenTable),
	};
}
