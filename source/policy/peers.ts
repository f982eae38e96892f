import {type Cidr, cidrOf} from '../addresses/cidr.js';
import {mergeCidrs} from '../addresses/cidr-list.js';
import {readPeer} from '../addresses/peer.js';
import type {Answers} from '../answers/schema.js';
import type {Peers, ResolvedName, ResolvedNames} from './policy.js';

/** The peers that a list of addresses, CIDRs and names stands for now. */
export function peersOf(texts: readonly string[], names: ResolvedNames): Peers {
	return peersFrom(texts, names, () => false);
}

/** The same, but the names are followed as the DNS changes. */
export function followedPeersOf(texts: readonly string[], names: ResolvedNames): Peers {
	return peersFrom(texts, names, name => name.length <= longestFollowed);
}

/** Destinations that the site has named: followed where nothing else is permitted. */
export function outboundPeers(
	texts: readonly string[],
	{outbound}: Answers,
	names: ResolvedNames,
): Peers {
	return outbound.mode === 'destinations'
		? followedPeersOf(texts, names)
		: peersOf(texts, names);
}

/** A set of nft, which is named after it, takes so many characters and five more. */
const longestFollowed = 250;

function peersFrom(
	texts: readonly string[],
	names: ResolvedNames,
	isToFollow: (name: string) => boolean,
): Peers {
	const cidrs: Cidr[] = [];
	const used: ResolvedName[] = [];
	for (const text of texts) {
		const {value: peer} = readPeer(text);
		if (peer?.kind === 'cidr') {
			cidrs.push(peer.cidr);
		} else if (peer?.kind === 'name') {
			const {name} = peer;
			const addresses = names.get(name) ?? [];
			const isFollowed = isToFollow(name);
			used.push({name, addresses, isFollowed});
			cidrs.push(...(isFollowed ? [] : addresses.map(cidrOf)));
		}
	}

	return {kind: 'some', cidrs: mergeCidrs(cidrs), names: used};
}
