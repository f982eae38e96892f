import type {Expression} from '../nft-listing.js';
import {
	baseChains,
	chainsFrom,
	type ForeignChain,
	type ForeignTable,
	valuesOf,
} from './foreign-table.js';

/** Packets by where they come from and go to, in words. */
export type Traffic = 'incoming' | 'outgoing' | 'forwarded';

const trafficOf: Readonly<Record<string, Traffic>> = {
	ingress: 'incoming',
	prerouting: 'incoming',
	input: 'incoming',
	forward: 'forwarded',
	output: 'outgoing',
	postrouting: 'outgoing',
	egress: 'outgoing',
};

/** Which packets a table sees. */
export function seenTraffic(table: ForeignTable): readonly Traffic[] {
	return trafficIn(baseChains(table));
}

/** Which packets a table may refuse, not counting the chains left out. */
export function refusedTraffic(
	table: ForeignTable,
	isLeftOut: (chain: ForeignChain) => boolean,
): readonly Traffic[] {
	return trafficIn(
		baseChains(table).filter(
			base =>
				base.policy === 'drop' ||
				chainsFrom(table, base, isLeftOut).some(({rules}) =>
					rules.flat().some(isRefusal),
				),
		),
	);
}

/** Also by a map of verdicts, or by an extension of iptables, of which nft tells the name. */
function isRefusal(part: Expression): boolean {
	return valuesOf(part).some(
		({key, value}) =>
			key === 'drop' ||
			key === 'reject' ||
			(key === 'name' && (value === 'REJECT' || value === 'DROP')),
	);
}

function trafficIn(chains: readonly ForeignChain[]): readonly Traffic[] {
	return [...new Set(chains.flatMap(({hook = ''}) => trafficOf[hook] ?? []))];
}
