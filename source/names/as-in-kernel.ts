import type {FollowedName, KnownAddress} from './followed-name.js';
import type {LearnContext} from './learn.js';
import type {NameElement} from './name-elements.js';
import {keyOf, permit} from './permit.js';

/** What the kernel permits of a name, as if that were all that is known. */
export function asInKernel(
	known: FollowedName,
	elements: readonly NameElement[],
	now: number,
): FollowedName {
	const since = new Map(known.addresses.map(each => [keyOf(each.address), each.since]));
	return {
		...known,
		addresses: elements.flatMap(({address, left}): readonly KnownAddress[] =>
			left === undefined
				? []
				: [{address, since: since.get(keyOf(address)) ?? now, until: now + left}],
		),
	};
}

/**
 * What is known of a name once its sets were read: the kernel renews what is in use, and may
 * have lost what it was told. What was added for good gets an end like everything else.
 */
export function withElements(
	known: FollowedName,
	elements: readonly NameElement[],
	context: LearnContext,
): FollowedName {
	const inKernel = asInKernel(known, elements, context.now).addresses;
	const listed = new Set(inKernel.map(({address}) => keyOf(address)));
	const lost = known.addresses.filter(({address}) => !listed.has(keyOf(address)));
	const endless = elements
		.filter(({left}) => left === undefined)
		.map(({address}) => ({address, ttl: 0}));
	return {...known, addresses: permit([...inKernel, ...lost], endless, context)};
}
