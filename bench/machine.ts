import {cpus, release, totalmem} from 'node:os';
import process from 'node:process';

/** What the figures were found on; ratios are what can be compared with another machine. */
export type Machine = {
	readonly processor: string;
	readonly processors: number;
	/** Gibibytes. */
	readonly memory: number;
	readonly kernel: string;
	readonly node: string;
};

export function thisMachine(): Machine {
	const all = cpus();
	return {
		processor: all[0]?.model ?? 'unknown',
		processors: all.length,
		memory: Math.round(totalmem() / 2 ** 30),
		kernel: release(),
		node: process.version,
	};
}
