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
			.map(({address, until}) => ({name, address, until})),
		...before.addresses
			.filter(({address, until}) => until > now && !wanted.has(keyOf(address)))
			.map(({address}) => ({name, address, until: undefined})),
	];
}

/**
 * The nft script for these changes. An element that is there is taken away and added in the
 * same transaction, which no packet meets half-way: before Linux 6.12 its time cannot be
 * changed otherwise. Adding it first makes sure that there is something to take away.
 */
export function renderElementChanges(
	changes: readonly ElementChange[],
	now: number,
): string {
	// The last word on an address counts.
	const last = new Map(
		changes.map(change => [`${change.name} ${keyOf(change.address)}`, change]),
	);
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
	const all = changes.map(({address}) => formatAddress(address)).join(', ');
	const permitted = changes.flatMap(({address, until}) =>
		until === undefined
			? []
			: `${formatAddress(address)} timeout ${secondsTo(until, now)}s`,
	);
	return [
		`add ${place} { ${all} }\n`,
		`delete ${place} { ${all} }\n`,
		...(permitted.length === 0 ? [] : [`add ${place} { ${permitted.join(', ')} }\n`]),
	];
}

function secondsTo(moment: number, now: number): number {
	return Math.max(1, Math.ceil((moment - now) / 1000));
}
