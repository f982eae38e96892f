import type {Address} from '../addresses/address.js';
import {type Cidr, cidrOf, readCidr} from '../addresses/cidr.js';
import {
	type CidrIndex,
	indexCidrs,
	type PlacedCidr,
	widestAround,
} from '../addresses/cidr-index.js';

/** A list of networks as it was read. */
export type NetworkList = {
	/** The entries as they were typed. */
	readonly texts: readonly string[];
	/** The network of each entry, in their order; names and faults have none. */
	readonly cidrs: ReadonlyArray<Cidr | undefined>;
	readonly index: CidrIndex;
};

const known = new WeakMap<readonly string[], NetworkList>();

/** Reads a list of networks, once: lists of thousands are asked about at every key. */
export function networkList(texts: readonly string[]): NetworkList {
	const list = known.get(texts) ?? read(texts);
	known.set(texts, list);
	return list;
}

/** Whether any network of the list holds an address. */
export function holdsAddress({index}: NetworkList, address: Address): boolean {
	return widestAround(index, cidrOf(address)) !== undefined;
}

function read(texts: readonly string[]): NetworkList {
	const cidrs = texts.map(text => readCidr(text.trim()).value);
	const placed: PlacedCidr[] = [];
	for (const [index, cidr] of cidrs.entries()) {
		if (cidr !== undefined) {
			placed.push({cidr, index});
		}
	}

	return {texts, cidrs, index: indexCidrs(placed)};
}
