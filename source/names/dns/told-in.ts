import {type Answer, type DecodedPacket, decode} from 'dns-packet';
import {parseAddress} from '../../addresses/address.js';
import type {ToldAddress} from '../learn.js';
import type {ToldAnswer} from '../told-answer.js';
import {readQuestion} from './read-question.js';

/** The addresses that a response tells; undefined where it tells none, or cannot be read. */
export function toldIn(response: Uint8Array): ToldAnswer | undefined {
	const question = readQuestion(response);
	const packet = question && decodeSections(response, 'answers');
	const addresses = packet === undefined ? [] : addressesIn(packet);
	return question === undefined || addresses.length === 0
		? undefined
		: {name: question.name, addresses};
}

/** Where the header counts the records that come after a section. */
const countsAfter = {answers: 8, authorities: 10} as const;

/**
 * A message up to the end of a section; undefined for what is none. Whatever comes after
 * that, and may be of a kind that nobody here knows, does not matter.
 */
export function decodeSections(
	message: Uint8Array,
	last: keyof typeof countsAfter,
): DecodedPacket | undefined {
	const wanted = Buffer.from(message);
	wanted.fill(0, countsAfter[last], 12);
	try {
		return decode(wanted);
	} catch {
		return undefined;
	}
}

/**
 * The addresses of the name that was asked for, or of one that it is another name of. Records
 * about anything else are not what was asked.
 */
export function addressesIn({
	questions = [],
	answers = [],
}: DecodedPacket): readonly ToldAddress[] {
	const [question] = questions;
	if (question === undefined) {
		return [];
	}

	const known = chainFrom(question.name, answers);
	return answers.flatMap(answer => {
		const least = known.get(keyOf(answer.name));
		if (
			least === undefined ||
			(answer.type !== 'A' && answer.type !== 'AAAA') ||
			answer.type !== question.type ||
			answer.class !== 'IN'
		) {
			return [];
		}

		const address = parseAddress(answer.data);
		return address === undefined
			? []
			: [{address, ttl: Math.min(least, timeToLive(answer.ttl))}];
	});
}

/** Longer chains are loops, or nothing that a program follows. */
const longestChain = 16;

/** The names that a name is another one of, and how long that may be kept, in seconds. */
function chainFrom(
	name: string,
	answers: readonly Answer[],
): ReadonlyMap<string, number> {
	const aliases = new Map(
		answers.flatMap(answer =>
			answer.type === 'CNAME' ? [[keyOf(answer.name), answer] as const] : [],
		),
	);
	const chain = new Map([[keyOf(name), Number.POSITIVE_INFINITY]]);
	let at = keyOf(name);
	for (let length = 0; length < longestChain; length += 1) {
		const alias = aliases.get(at);
		const least = chain.get(at);
		if (alias === undefined || least === undefined || chain.has(keyOf(alias.data))) {
			break;
		}

		at = keyOf(alias.data);
		chain.set(at, Math.min(least, timeToLive(alias.ttl)));
	}

	return chain;
}

function keyOf(name: string): string {
	return name.toLowerCase();
}

/** In seconds; a number that is too large to be one means none (RFC 2181 section 8). */
export function timeToLive(ttl = 0): number {
	return ttl > 0x7f_ff_ff_ff ? 0 : ttl;
}
