import {hostname, networkInterfaces} from 'node:os';
import {setTimeout as delay} from 'node:timers/promises';
import {isDeepStrictEqual} from 'node:util';
import type {RunCommand} from './command.js';
import {type HostFacts, readHostFacts} from './facts.js';
import {isThere} from './files.js';
import {findHolder, type Holder} from './lock.js';

/** What may change while a console waits for somebody. */
export type Surroundings = {
	readonly facts: Pick<HostFacts, 'hostname' | 'addresses'>;
	/** Who is changing this server, as far as they say. */
	readonly holder: Partial<Holder> | undefined;
	readonly isConfigured: boolean;
};

export type LookAround = () => Promise<Surroundings>;

/**
 * @param state the folder that a session changes
 * @param answers the file that is there once this server is configured
 */
export function lookAroundFrom(
	{state, answers}: {readonly state: string; readonly answers: string},
	run: RunCommand,
): LookAround {
	const facts = rememberFacts(run);
	return async () => ({
		facts: await facts(),
		holder: await findHolder(state),
		isConfigured: await isThere(answers),
	});
}

/** Reads them anew only when something of this machine's network has changed. */
function rememberFacts(run: RunCommand): () => Promise<Surroundings['facts']> {
	let known = '';
	let facts: Promise<HostFacts> | undefined;
	return () => {
		const now = JSON.stringify([hostname(), networkInterfaces()]);
		facts = facts !== undefined && now === known ? facts : readHostFacts(run);
		known = now;
		return facts;
	};
}

/** In milliseconds. */
const pause = 2000;

/** What is found, whenever it is not what was found before, until the signal is given. */
export async function* watchSurroundings(
	look: LookAround,
	first: Surroundings,
	signal: AbortSignal,
): AsyncGenerator<Surroundings, undefined> {
	let last = first;
	while (!signal.aborted) {
		await delay(pause, undefined, {signal}).catch(() => undefined);
		const found = await look();
		if (!isDeepStrictEqual(found, last)) {
			last = found;
			yield found;
		}
	}
}

/** Given once this server is configured. */
export function whenConfigured(look: LookAround, signal: AbortSignal): AbortSignal {
	const configured = new AbortController();
	const wait = async () => {
		const first = await look();
		for await (const {isConfigured} of watchSurroundings(look, first, signal)) {
			if (isConfigured) {
				configured.abort();
			}
		}
	};

	void wait();
	return configured.signal;
}
