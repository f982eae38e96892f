import {type Cidr, cidrOf} from '../addresses/cidr.js';
import {mergeCidrs} from '../addresses/cidr-list.js';
import {readPeer} from '../addresses/peer.js';
import type {Peers, ResolvedName, ResolvedNames} from './policy.js';

/** The peers that a list of addresses, CIDRs and names stands for. */
export function peersOf(texts: readonly string[], names: ResolvedNames): Peers {
	const cidrs: Cidr[] = [];
	const used: ResolvedName[] = [];
	for (const text of texts) {
		const {value: peer} = readPeer(text);
		if (peer?.kind === 'cidr') {
			cidrs.push(peer.cidr);
		} else if (peer?.kind === 'name') {
			const addresses = names.get(peer.name) ?? [];
			used.push({name: peer.name, addresses});
			cidrs.push(...addresses.map(cidrOf));
		}
	}

	return {kind: 'some', cidrs: mergeCidrs(cidrs), names: used};
}
