import {setTimeout as delay} from 'node:timers/promises';
import type {Address} from '../../addresses/address.js';
import type {Question} from '../dns/read-question.js';
import {failureReply, isUsable} from './reply.js';
import {isTest, testReply} from './test-question.js';

export type Transport = 'udp' | 'tcp';

export type AnswerContext = {
	/** In the order in which programs would ask them; the one that answered last comes first. */
	readonly servers: () => readonly Address[];
	/** Told who answered, where it was not the first. */
	readonly onAnswered: (server: Address) => void;
	/** Rejects where no answer came. */
	readonly exchange: (
		server: Address,
		query: Uint8Array,
		options: {readonly via: Transport; readonly timeout: number},
	) => Promise<Uint8Array>;
};

/** How long a server may take before the next one is asked too, in milliseconds. */
const head = 800;

/** How long an answer is waited for in all: as long as resolv.conf(5) waits for a server. */
const patience = 5000;

/**
 * What is answered to a program: the bytes that a DNS server answered. The servers are asked
 * one after the other, the next as soon as one fails or is slow.
 */
export async function answerQuery(
	query: Uint8Array,
	question: Question,
	via: Transport,
	{servers, onAnswered, exchange}: AnswerContext,
): Promise<Uint8Array> {
	if (isTest(question.name)) {
		return testReply(query, question.end);
	}

	const asked = servers();
	const answers: Array<Promise<Uint8Array>> = [];
	let last: Uint8Array | undefined;
	for (const server of asked) {
		const answer = exchange(server, query, {via, timeout: patience}).then(reply => {
			last = reply;
			if (!isUsable(reply)) {
				throw new Error('another server may know better');
			}

			if (server !== asked[0]) {
				onAnswered(server);
			}

			return reply;
		});
		answers.push(answer);
		const found = await firstOf(answers, head, answer);
		if (found !== undefined) {
			return found;
		}
	}

	return (await anyOf(answers)) ?? last ?? failureReply(query, question.end);
}

/**
 * The first good answer; undefined where there is none in time.
 * @param newest is not waited for once it has failed
 */
async function firstOf(
	answers: ReadonlyArray<Promise<Uint8Array>>,
	milliseconds: number,
	newest: Promise<Uint8Array>,
): Promise<Uint8Array | undefined> {
	const controller = new AbortController();
	const {signal} = controller;
	const late = delay(milliseconds, undefined, {signal}).catch(() => undefined);
	const failed = newest.then(
		() => new Promise<never>(() => undefined),
		() => undefined,
	);
	try {
		return await Promise.race([anyOf(answers), late, failed]);
	} finally {
		controller.abort();
	}
}

/** Undefined once all have failed. */
async function anyOf(
	answers: ReadonlyArray<Promise<Uint8Array>>,
): Promise<Uint8Array | undefined> {
	return Promise.any(answers).catch(() => undefined);
}
