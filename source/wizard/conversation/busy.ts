import {type Settled, settled} from '../settled.js';
import {listen} from './listen.js';
import type {Talk} from './talk.js';

export type Work<Value> = {
	/** A sentence: `Working out the rules.` */
	readonly doing: string;
	readonly work: (signal: AbortSignal, tell: Talk['tell']) => Promise<Value>;
	/** What is said to whoever wants to stop work that must come to its end. */
	readonly unstoppable?: string;
};

export type Done<Value> =
	| Settled<Value>
	/** It was given up, to go back. */
	| {readonly state: 'given-up'};

/** How often it is said that work goes on, in milliseconds. */
const reminder = 5000;

/**
 * Says what is being done while it goes on, and listens meanwhile: it can be given up,
 * unless it must come to its end.
 */
export async function busy<Value>(
	talk: Talk,
	{doing, work, unstoppable}: Work<Value>,
): Promise<Done<Value>> {
	talk.tell(doing);
	const begun = performance.now();
	const timer = setInterval(() => {
		const seconds = Math.round((performance.now() - begun) / 1000);
		talk.tell(`Still going on, for ${seconds} seconds now.`);
	}, reminder);
	const stop = new AbortController();
	const end = new AbortController();
	// What is given up may still have something to tell: by then another question is open.
	const tell = (...sentences: readonly string[]) => {
		if (!stop.signal.aborted) {
			talk.tell(...sentences);
		}
	};

	const done = settled(work(stop.signal, tell)).finally(() => end.abort());
	// What is given up may still fail, and nobody waits for it then.
	done.catch(() => undefined);
	try {
		const isGivenUp =
			unstoppable === undefined
				? await untilGivenUp(talk, end.signal)
				: await refuseToStop(talk, end.signal, unstoppable);
		return isGivenUp ? {state: 'given-up'} : await done;
	} finally {
		clearInterval(timer);
		stop.abort();
		// It answered nothing: nothing was asked.
		talk.forget();
	}
}

/** Listens until the work has come to its end; true when somebody wants to go back before. */
async function untilGivenUp(talk: Talk, signal: AbortSignal): Promise<boolean> {
	for (;;) {
		const {said} = await listen(talk, '', {signal});
		if (said === 'nothing' || said === 'back') {
			return said === 'back';
		}

		talk.tell('This goes on by itself. Type < to give it up and go back.');
	}
}

/** Whoever has gone away is missed by the next question. */
async function refuseToStop(
	talk: Talk,
	signal: AbortSignal,
	unstoppable: string,
): Promise<false> {
	for (;;) {
		const {kind} = await talk.ask('', {signal});
		if (kind === 'withdrawn' || kind === 'ended') {
			return false;
		}

		talk.tell(unstoppable);
	}
}
