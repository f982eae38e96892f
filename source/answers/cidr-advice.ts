import {type Cidr, formatCidr, hasHostBits, isSameCidr} from '../addresses/cidr.js';
import {widestAround} from '../addresses/cidr-index.js';
import {type NetworkList, networkList} from './network-list.js';

/** A prefix shorter than this is wider than any university's networks. */
const widestPlausiblePrefix = {4: 8, 6: 19} as const;

/**
 * What to say about the entries of a list of subnets, by their index: host bits,
 * duplicates, overlaps, and blocks too wide to be meant. Entries that are no addresses
 * (names, faults) are passed over. Takes n log n time.
 */
export function adviseOnCidrs(texts: readonly string[]): ReadonlyMap<number, string> {
	const list = networkList(texts);
	const remarks = new Map<number, string>();
	for (const [index, text] of texts.entries()) {
		const cidr = list.cidrs[index];
		const remark = cidr && adviseOnCidr({text, cidr, index}, list);
		if (remark !== undefined) {
			remarks.set(index, remark);
		}
	}

	return remarks;
}

/** One entry as it was typed; without an index while it is not in the list yet. */
export type NetworkEntry = {
	readonly text: string;
	readonly cidr: Cidr;
	readonly index?: number;
};

/** What to say about one entry of a list, or about one that is being typed. */
export function adviseOnCidr(
	{text, cidr, index}: NetworkEntry,
	list: NetworkList,
): string | undefined {
	const around = widestAround(list.index, cidr);
	return around === undefined || around.index === index
		? (adviseOnWidth(cidr) ?? adviseOnHostBits(text.trim(), cidr))
		: isSameCidr(cidr, around.cidr)
			? `is in the list ${index === undefined ? 'already' : 'twice'}`
			: `already inside ${list.texts[around.index]?.trim()}; it will be merged`;
}

function adviseOnWidth({family, prefix}: Cidr): string | undefined {
	if (prefix === 0) {
		return `this is everybody: every IPv${family} address there is`;
	}

	return prefix < widestPlausiblePrefix[family]
		? `a /${prefix} is a large part of the whole Internet: check the prefix`
		: undefined;
}

function adviseOnHostBits(text: string, cidr: Cidr): string | undefined {
	return hasHostBits(text, cidr)
		? `read as ${formatCidr(cidr)}, the network it lies in`
		: undefined;
}
