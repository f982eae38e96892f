import {table} from './name-sets.js';
import type {ListedObject} from './nft-listing.js';

/**
 * Has nft list every table, but for what sets hold. `nft list tables` says less and reads
 * more: half a second for 100,000 elements (nft 1.0.6).
 */
export const listWithoutElements = ['-j', '-t', 'list', 'ruleset'] as const;

/** What of such a listing is ours (libnftables-json(5)); nothing where our table is not. */
export function ownObjects(json: string): readonly ListedObject[] {
	const {nftables} = JSON.parse(json) as {readonly nftables: readonly ListedObject[]};
	return nftables.filter(object => tableOf(object) === table);
}

function tableOf({table: listed, chain, set, rule}: ListedObject): string | undefined {
	if (listed !== undefined) {
		return `${listed.family} ${listed.name}`;
	}

	const part = chain ?? set ?? rule;
	return part && `${part.family} ${part.table}`;
}

/** The names of the sets among them. */
export function setsAmong(objects: readonly ListedObject[]): readonly string[] {
	return objects.flatMap(({set}) => set?.name ?? []);
}
