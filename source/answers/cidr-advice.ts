import {type Cidr, formatCidr, hasHostBits, readCidr} from '../addresses/cidr.js';
import {compareCidrs, contains} from '../addresses/cidr-list.js';

type Entry = {readonly index: number; readonly text: string; readonly cidr: Cidr};

/** A prefix shorter than this is wider than any university's networks. */
const widestPlausiblePrefix = {4: 8, 6: 19} as const;

/**
 * What to say about the entries of a list of subnets, by their index: host bits,
 * duplicates, overlaps, and blocks too wide to be meant. Entries that are no addresses
 * (names, faults) are passed over. Takes n log n time.
 */
export function adviseOnCidrs(texts: readonly string[]): ReadonlyMap<number, string> {
	const entries = texts.flatMap((text, index) => {
		const {value: cidr} = readCidr(text.trim());
		return cidr === undefined ? [] : [{index, text: text.trim(), cidr}];
	});
	const remarks = new Map<number, string>();
	for (const entry of entries) {
		const remark = adviseOnWidth(entry.cidr) ?? adviseOnHostBits(entry);
		if (remark !== undefined) {
			remarks.set(entry.index, remark);
		}
	}

	for (const [index, remark] of overlaps(entries)) {
		remarks.set(index, remark);
	}

	return remarks;
}

function adviseOnWidth({family, prefix}: Cidr): string | undefined {
	if (prefix === 0) {
		return `this is everybody: every IPv${family} address there is`;
	}

	return prefix < widestPlausiblePrefix[family]
		? `a /${prefix} is a large part of the whole Internet: check the prefix`
		: undefined;
}

function adviseOnHostBits({text, cidr}: Entry): string | undefined {
	return hasHostBits(text, cidr)
		? `read as ${formatCidr(cidr)}, the network it lies in`
		: undefined;
}

/** Blocks either nest or are apart, so sorted ones need only the last wide one in mind. */
function overlaps(entries: readonly Entry[]): ReadonlyMap<number, string> {
	const remarks = new Map<number, string>();
	const sorted = entries.toSorted(
		(a, b) => compareCidrs(a.cidr, b.cidr) || a.index - b.index,
	);
	let outer: Entry | undefined;
	for (const entry of sorted) {
		if (outer === undefined || !contains(outer.cidr, entry.cidr)) {
			outer = entry;
		} else {
			remarks.set(entry.index, overlapRemark(entry.cidr, outer.cidr));
		}
	}

	return remarks;
}

function overlapRemark(inner: Cidr, outer: Cidr): string {
	return inner.prefix === outer.prefix
		? 'is in the list twice'
		: `already inside ${formatCidr(outer)}; it will be merged`;
}
