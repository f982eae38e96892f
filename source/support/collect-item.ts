import {setTimeout as delay} from 'node:timers/promises';
import type {Redactor} from '../redaction/redactor.js';
import {cutMiddle} from './cut.js';
import type {Collected, Item, ItemContext} from './item.js';
import {problemOf} from './parts.js';

/** An item as it may leave this server. */
export type CollectedItem = {
	readonly name: string;
	readonly title: string;
	readonly text: string;
	readonly note: string | undefined;
	readonly milliseconds: number;
	/** In how many places a secret was replaced. */
	readonly places: number;
};

/** Milliseconds; whoever wants evidence waits for it. */
const patience = 5000;

/**
 * Collects one item, redacts the whole of it, and then cuts it. What fails, or does not
 * end, is told in its note.
 */
export async function collectItem(
	{name, title, collect}: Item,
	context: ItemContext,
	{
		redactor,
		timeout = patience,
	}: {readonly redactor: Redactor; readonly timeout?: number},
): Promise<CollectedItem> {
	const start = performance.now();
	const {text, problems} = await withinTime(collect, context, timeout);
	const milliseconds = Math.round(performance.now() - start);
	const before = redactor.places();
	const words = redactor.redact(text);
	const notes = redactor.redact(problems.join('; '));
	const places = redactor.places() - before;
	const cut = cutMiddle(words);
	const note = [notes, cut.note ?? ''].filter(each => each !== '').join('; ');
	return {
		name,
		title,
		text: cut.text,
		note: note === '' ? undefined : note,
		milliseconds,
		places,
	};
}

/** @throws the reason of the signal when all of it is called off */
async function withinTime(
	collect: Item['collect'],
	context: ItemContext,
	timeout: number,
): Promise<Collected> {
	const limit = new AbortController();
	const over = new AbortController();
	const signal = AbortSignal.any([context.signal, limit.signal]);
	const timeUp = async () => {
		await delay(timeout, undefined, {
			signal: AbortSignal.any([context.signal, over.signal]),
		});
		const seconds = timeout / 1000;
		limit.abort();
		return failed(
			`did not end within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`,
		);
	};

	try {
		return await Promise.race([
			collect({...context, signal}).catch((error: unknown) => failed(problemOf(error))),
			timeUp(),
		]);
	} finally {
		over.abort();
		context.signal.throwIfAborted();
	}
}

function failed(problem: string): Collected {
	return {text: `${problem}\n`, problems: [problem]};
}
