import {nameSet} from '../../../source/firewall/name-sets.js';
import type {Host} from '../../campus/host.js';
import {nftIn} from '../../campus/nft-in.js';

/** What the kernel permits for a name at this moment, in order. */
export async function permittedFor(host: Host, name: string): Promise<readonly string[]> {
	const sets = await Promise.all(
		([4, 6] as const).map(async family => {
			const listing = await nftIn(host, [
				...['-j', 'list', 'set', 'inet', 'analytics_setup', nameSet(name, family)],
			]);
			return elementsIn(JSON.parse(listing));
		}),
	);
	return sets.flat().toSorted();
}

type Listing = {
	readonly nftables: ReadonlyArray<{
		readonly set?: {
			readonly elem?: ReadonlyArray<string | {readonly elem: {readonly val: string}}>;
		};
	}>;
};

function elementsIn({nftables}: Listing): readonly string[] {
	return nftables
		.flatMap(({set}) => set?.elem ?? [])
		.map(element => (typeof element === 'string' ? element : element.elem.val));
}

/** The tables that there are, besides what others have. */
export async function ourTables(host: Host): Promise<readonly string[]> {
	const listing = await nftIn(host, ['list', 'tables']);
	return listing.split('\n').filter(line => line.includes('analytics_setup'));
}
