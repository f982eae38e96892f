import {nameSetsIn, table} from './name-sets.js';
import type {ListedObject} from './nft-listing.js';
import {setsAmong} from './own-table.js';

/**
 * The nft script that puts an old listing of our table back, from whatever state, in one
 * transaction.
 *
 * @param before what `nft list table` printed; empty where there was none
 */
export function renderPutBack(before: string): string {
	return `add table ${table}\ndelete table ${table}\n${before}\n`;
}

/**
 * The same, but for the sets of names, which stay as they are: whoever follows names may be
 * adding to them at this moment. Undefined where one of them is not there.
 *
 * @param outline our table as it is now, without what its sets hold
 */
export function renderPutBackAround(
	before: string,
	outline: readonly ListedObject[],
): string | undefined {
	const sets = setsAmong(outline);
	const chains = outline.flatMap(({chain}) => chain?.name ?? []);
	const kept = nameSetsIn(before);
	return kept.length === 0 || kept.some(name => !sets.includes(name))
		? undefined
		: [
				`flush table ${table}`,
				...chains.map(name => `delete chain ${table} ${name}`),
				...sets
					.filter(name => !kept.includes(name))
					.map(name => `delete set ${table} ${name}`),
				withoutTold(before),
				'',
			].join('\n');
}

/** Whether two listings say the same, in whatever order, but for what names stand for. */
export function isSameListing(a: string, b: string): boolean {
	const [ofA, ofB] = [a, b].map(listing =>
		withoutTold(listing)
			.split('\n')
			.slice(1, -1)
			.join('\n')
			.split('\n\n')
			.toSorted()
			.join('\n\n'),
	);
	return ofA === ofB;
}

/** A listing without the addresses of names: they come and go, and run out meanwhile. */
function withoutTold(listing: string): string {
	return listing.replaceAll(
		/^(\tset to-\S+ \{\n(?:\t\t(?!elements)[^\n]*\n)*)\t\telements = \{[^}]*\}\n/gm,
		'$1',
	);
}
