import {bitsOf} from './address.js';
import {type Cidr, lastOf} from './cidr.js';
import {compareCidrs, contains, countLeading} from './cidr-list.js';

/** A block of a list, and where it stands there. */
export type PlacedCidr = {readonly cidr: Cidr; readonly index: number};

/** The blocks of a list, so that those around a block or inside it are found at once. */
export type CidrIndex = {
	/** In their order, what lies inside a block behind it. */
	readonly sorted: readonly PlacedCidr[];
	/** Those that lie in no other one; of equal ones the first. */
	readonly outermost: readonly PlacedCidr[];
};

export function indexCidrs(placed: readonly PlacedCidr[]): CidrIndex {
	const sorted = placed.toSorted(
		(a, b) => compareCidrs(a.cidr, b.cidr) || a.index - b.index,
	);
	const outermost: PlacedCidr[] = [];
	for (const each of sorted) {
		// Blocks either nest or are apart, so only the last wide one can hold it.
		const last = outermost.at(-1);
		if (last === undefined || !contains(last.cidr, each.cidr)) {
			outermost.push(each);
		}
	}

	return {sorted, outermost};
}

/** The widest block of the list that holds a block; it may be that one itself. */
export function widestAround({outermost}: CidrIndex, cidr: Cidr): PlacedCidr | undefined {
	const before = outermost[countUpTo(outermost, cidr) - 1];
	return before !== undefined && contains(before.cidr, cidr) ? before : undefined;
}

/** How many narrower blocks of the list lie inside a block. */
export function countInside({sorted}: CidrIndex, cidr: Cidr): number {
	const {family} = cidr;
	const last = {family, first: lastOf(cidr), prefix: bitsOf[family]};
	return countUpTo(sorted, last) - countUpTo(sorted, cidr);
}

/** How many of the sorted blocks come up to a block, or are equal to it. */
function countUpTo(sorted: readonly PlacedCidr[], cidr: Cidr): number {
	return countLeading(sorted, placed => compareCidrs(placed.cidr, cidr) <= 0);
}
