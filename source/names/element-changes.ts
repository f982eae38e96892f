import {type Address, formatAddress} from '../addresses/address.js';
import {nameSet, table} from '../firewall/name-sets.js';
import type {FollowedName} from './followed-name.js';
import {keyOf} from './permit.js';

/** An address that is to be permitted until then, or at once no longer. */
export type ElementChange = {
	readonly name: string;
	readonly address: Address;
	/** Undefined: it goes. */
	readonly until: number | undefined;
	/** Whether it may be in the kernel already. */
	readonly isThere: boolean;
};

/** What is to be changed in the kernel so that it holds what is known now. */
export function elementChanges(
	before: Pick<FollowedName, 'addresses'>,
	{name, addresses}: FollowedName,
	now: number,
): readonly ElementChange[] {
	const known = new Map(before.addresses.map(each => [keyOf(each.address), each.until]));
	const wanted = new Set(addresses.map(({address}) => keyOf(address)));
	return [
		...addresses
			.filter(({address, until}) => known.get(keyOf(address)) !== until)
			.map(({address, until}) => ({
				...{name, address, until},
				isThere: known.has(keyOf(address)),
			})),
		...before.addresses
			.filter(({address, until}) => until > now && !wanted.has(keyOf(address)))
			.map(({address}) => ({name, address, until: undefined, isThere: true})),
	];
}

/**
 * The nft script for these changes. An element that is there is taken away and added in the
 * same transaction, which no packet meets half-way: before Linux 6.12 its time cannot be
 * changed otherwise. Adding it first makes sure that there is something to take away. One
 * that is new is only added, because taking away makes the kernel wait.
 */
export function renderElementChanges(
	changes: readonly ElementChange[],
	now: number,
): string {
	const last = new Map<string, ElementChange>();
	for (const change of changes) {
		const key = `${change.name} ${keyOf(change.address)}`;
		// The last word on an address counts; the first one knows what the kernel has.
		const isThere = last.get(key)?.isThere ?? change.isThere;
		last.set(key, {...change, isThere});
	}

	const bySet = Map.groupBy(last.values(), ({name, address}) =>
		nameSet(name, address.family),
	);
	return [...bySet].flatMap(([set, of]) => linesFor(set, of, now)).join('');
}

function linesFor(
	set: string,
	changes: readonly ElementChange[],
	now: number,
): readonly string[] {
	const place = `element ${table} ${set}`;
	const there = changes
		.filter(({isThere}) => isThere)
		.map(({address}) => formatAddress(address))
		.join(', ');
	const permitted = changes.flatMap(({address, until}) =>
		until === undefined
			? []
			: `${formatAddress(address)} timeout ${secondsTo(until, now)}s`,
	);
	return [
		...(there === ''
			? []
			: [`add ${place} { ${there} }\n`, `delete ${place} { ${there} }\n`]),
		...(permitted.length === 0 ? [] : [`add ${place} { ${permitted.join(', ')} }\n`]),
	];
}

function secondsTo(moment: number, now: number): number {
	return Math.max(1, Math.ceil((moment - now) / 1000));
}
