import type {Address, Family} from './address.js';
import {type Cidr, cidrOf, lastOf} from './cidr.js';

/**
 * The same addresses without overlaps: blocks inside another go, the others stay as they
 * were answered; sorted, IPv4 first. Overlaps must go before a block reaches a firewall:
 * firewalld's reload fails on them.
 */
export function mergeCidrs(cidrs: readonly Cidr[]): readonly Cidr[] {
	const merged: Cidr[] = [];
	for (const cidr of cidrs.toSorted(compareCidrs)) {
		const previous = merged.at(-1);
		if (previous === undefined || !contains(previous, cidr)) {
			merged.push(cidr);
		}
	}

	return merged;
}

/** Whether one block holds the whole of another. */
export function contains(outer: Cidr, inner: Cidr): boolean {
	return (
		outer.family === inner.family &&
		outer.prefix <= inner.prefix &&
		outer.first <= inner.first &&
		inner.first <= lastOf(outer)
	);
}

/** Whether any of the blocks holds the address. */
export function includesAddress(
	cidrs: readonly Cidr[],
	{family, value}: Address,
): boolean {
	return cidrs.some(
		cidr => cidr.family === family && cidr.first <= value && value <= lastOf(cidr),
	);
}

/** The same for a merged list, in which there can be very many. */
export function includesMerged(merged: readonly Cidr[], address: Address): boolean {
	const cidr = cidrOf(address);
	const count = countLeading(merged, other => compareCidrs(other, cidr) <= 0);
	const before = merged[count - 1];
	return before !== undefined && contains(before, cidr);
}

/** How many items a list begins with that are such; none behind them is. */
export function countLeading<Item>(
	items: readonly Item[],
	isSuch: (item: Item) => boolean,
): number {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const item = items[middle];
		if (item !== undefined && isSuch(item)) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return low;
}

/** Whether an address is the machine itself (127.0.0.0/8, ::1). */
export function isLoopback({family, value}: Address): boolean {
	return family === 4 ? value >> 24n === 127n : value === 1n;
}

/** The blocks of one address family. */
export function ofFamily(cidrs: readonly Cidr[], family: Family): readonly Cidr[] {
	return cidrs.filter(cidr => cidr.family === family);
}

/** The blocks of a list that another list does not have. */
export function withoutCidrs(
	cidrs: readonly Cidr[],
	others: readonly Cidr[],
): readonly Cidr[] {
	const known = new Set(others.map(keyOf));
	return cidrs.filter(cidr => !known.has(keyOf(cidr)));
}

/** The blocks of a merged list that do not lie inside one block of another merged list. */
export function uncoveredBy(
	outers: readonly Cidr[],
	cidrs: readonly Cidr[],
): readonly Cidr[] {
	let at = 0;
	return cidrs.filter(cidr => {
		// Both lists are sorted, so one walk over each is enough.
		while (at + 1 < outers.length && isAtOrBefore(outers[at + 1], cidr)) {
			at += 1;
		}

		const outer = outers[at];
		return outer === undefined || !contains(outer, cidr);
	});
}

function isAtOrBefore(outer: Cidr | undefined, cidr: Cidr): boolean {
	return outer !== undefined && compareCidrs(outer, cidr) <= 0;
}

/** The order of blocks: IPv4 first, by address, a block before what lies inside it. */
export function compareCidrs(a: Cidr, b: Cidr): number {
	if (a.family !== b.family) {
		return a.family - b.family;
	}

	// Not by their difference: each step of reckoning with these numbers is costly.
	return a.first < b.first ? -1 : a.first > b.first ? 1 : a.prefix - b.prefix;
}

function keyOf({family, first, prefix}: Cidr): string {
	return `${family} ${first} ${prefix}`;
}
