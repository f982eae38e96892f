import type {Expression, ListedChain, Listing} from '../nft-listing.js';

/** A table of somebody else, as nft lists it. */
export type ForeignTable = {
	/** With its family: `ip filter`. */
	readonly name: string;
	readonly chains: readonly ForeignChain[];
};

export type ForeignChain = Pick<ListedChain, 'name' | 'type' | 'hook' | 'policy'> & {
	readonly rules: ReadonlyArray<readonly Expression[]>;
};

/** The tables that are not ours. Ours all begin with the same words. */
export function foreignTables({nftables}: Listing): readonly ForeignTable[] {
	const rulesOf = Map.groupBy(
		nftables.flatMap(({rule}) => rule ?? []),
		({family, table, chain}) => `${family} ${table} ${chain}`,
	);
	const chainsOf = Map.groupBy(
		nftables.flatMap(({chain}) => chain ?? []),
		({family, table}) => `${family} ${table}`,
	);
	return [...chainsOf]
		.filter(([name]) => !isOwn(name))
		.map(([name, chains]) => ({
			name,
			chains: chains.map(chain => ({
				...chain,
				rules: (rulesOf.get(`${name} ${chain.name}`) ?? []).map(({expr}) => expr),
			})),
		}));
}

function isOwn(table: string): boolean {
	return / analytics_setup/.test(table);
}

/** Base chains see packets by themselves; the others are only sent some. */
export function baseChains({chains}: ForeignTable): readonly ForeignChain[] {
	return chains.filter(({hook}) => hook !== undefined);
}

/** A chain and all that it sends packets on to, but for those left out. */
export function chainsFrom(
	table: ForeignTable,
	first: ForeignChain,
	isLeftOut: (chain: ForeignChain) => boolean = () => false,
): readonly ForeignChain[] {
	const found = new Set([first]);
	// What is added while a set is gone through is gone through too.
	for (const chain of found) {
		const targets = new Set(chain.rules.flat().flatMap(targetsOf));
		for (const next of table.chains) {
			const isSent = targets.has(next.name) || targets.has(anyTarget);
			if (isSent && next.hook === undefined && !isLeftOut(next)) {
				found.add(next);
			}
		}
	}

	return [...found];
}

const anyTarget = '*';

/** A map with a name may send packets anywhere: its elements are not listed. */
function targetsOf(part: Expression): readonly string[] {
	return valuesOf(part).flatMap(({key, value}) => {
		if ((key === 'jump' || key === 'goto') && isRecord(value)) {
			return typeof value.target === 'string' ? [value.target] : [];
		}

		return key === 'vmap' && isRecord(value) && typeof value.data === 'string'
			? [anyTarget]
			: [];
	});
}

/** Everything that has a name within a part of a rule, however deep. */
export function valuesOf(
	part: unknown,
): ReadonlyArray<{readonly key: string; readonly value: unknown}> {
	if (Array.isArray(part)) {
		return part.flatMap(valuesOf);
	}

	return isRecord(part)
		? Object.entries(part).flatMap(([key, value]) => [{key, value}, ...valuesOf(value)])
		: [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
