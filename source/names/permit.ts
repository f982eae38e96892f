import type {Address} from '../addresses/address.js';
import {stayOf} from './follow-bounds.js';
import type {KnownAddress} from './followed-name.js';
import type {LearnContext, ToldAddress} from './learn.js';

/**
 * The addresses of a name once these were told: what was told is permitted for a while from
 * now on, and what has run out is gone. One that stays long enough anyway is left as it is,
 * so that a look which brings nothing new writes nothing.
 */
export function permit(
	known: readonly KnownAddress[],
	told: readonly ToldAddress[],
	{now, bounds}: LearnContext,
): readonly KnownAddress[] {
	const live = new Map(
		known.filter(({until}) => until > now).map(each => [keyOf(each.address), each]),
	);
	const renewed = new Map<string, KnownAddress>();
	for (const {address, ttl} of told) {
		const key = keyOf(address);
		const stay = stayOf(ttl, bounds);
		const before = renewed.get(key) ?? live.get(key);
		const until = now + Math.min(stay * 1.5, bounds.longestStay);
		// No later than one stay from now it is told again: then it must not just run out.
		const isLongEnough = before !== undefined && before.until >= until - stay / 4;
		const since = before?.since ?? now;
		renewed.set(key, isLongEnough ? before : {address, since, until});
	}

	const rest = [...live].filter(([key]) => !renewed.has(key)).map(([, each]) => each);
	const first = [...renewed.values(), ...rest.toSorted((a, b) => b.until - a.until)];
	return first.slice(0, bounds.mostAddresses);
}

/** An address as the key of a map. */
export function keyOf({family, value}: Address): string {
	return `${family} ${value}`;
}
