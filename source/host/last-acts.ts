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

const actsWithoutTerminal = new Set<() => Promise<unknown>>();

/**
 * Has something done once the terminal is gone, before that ends this process.
 * @returns calls it off
 */
export function whenTerminalIsGone(act: () => Promise<unknown>): () => void {
	actsWithoutTerminal.add(act);
	return () => actsWithoutTerminal.delete(act);
}

let goingOn: Promise<unknown> | undefined;

/** For whoever finds that the terminal is gone, which it is only once. */
export async function goOnWithoutTerminal(): Promise<void> {
	goingOn ??= Promise.allSettled([...actsWithoutTerminal].map(act => act()));
	await goingOn;
}

const hearers = new Set<() => void>();

/**
 * Has Ctrl-C heard instead of ending this process.
 * @returns calls it off
 */
export function hearInterrupts(hear: () => void): () => void {
	hearers.add(hear);
	process.on('SIGINT', hear);
	return () => {
		hearers.delete(hear);
		process.off('SIGINT', hear);
	};
}

async function endBy(signal: NodeJS.Signals): Promise<void> {
	if (signal === 'SIGINT' && hearers.size > 0) {
		return;
	}

	if (signal === 'SIGHUP') {
		await goOnWithoutTerminal();
	}

	await doLastActs();
	// Now it finds those who would have heard it, or ends the process at once.
	process.kill(process.pid, signal);
}

function letGo(): void {
	for (const signal of signals) {
		process.off(signal, endBy);
	}
}
