import process from 'node:process';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const acts = new Set<() => Promise<unknown>>();

/**
 * Has something done before a signal ends this process, in whatever way it would end it.
 * @returns calls it off
 */
export function beforeTheEnd(act: () => Promise<unknown>): () => void {
	if (acts.size === 0) {
		for (const signal of signals) {
			process.on(signal, endBy);
		}
	}

	acts.add(act);
	return () => {
		acts.delete(act);
		if (acts.size === 0) {
			letGo();
		}
	};
}

let ending: Promise<void> | undefined;

/** For whoever ends this process otherwise. What an act brings about may ask for it again. */
export async function doLastActs(): Promise<void> {
	ending ??= doAll();
	await ending;
}

async function doAll(): Promise<void> {
	const due = [...acts];
	acts.clear();
	await Promise.allSettled(due.map(act => act()));
	letGo();
	ending = undefined;
}

async function endBy(signal: NodeJS.Signals): Promise<void> {
	await doLastActs();
	// Now it finds those who would have heard it, or ends the process at once.
	process.kill(process.pid, signal);
}

function letGo(): void {
	for (const signal of signals) {
		process.off(signal, endBy);
	}
}
