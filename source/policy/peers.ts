import {type Cidr, cidrOf, readCidr} from '../addresses/cidr.js';
import {mergeCidrs} from '../addresses/cidr-list.js';
import {readHostName} from '../addresses/host-name.js';
import type {Peers, ResolvedName, ResolvedNames} from './policy.js';

/** The peers that a list of addresses, CIDRs and names stands for. */
export function peersOf(texts: readonly string[], names: ResolvedNames): Peers {
	const cidrs: Cidr[] = [];
	const used: ResolvedName[] = [];
	for (const text of texts) {
		const {value: cidr} = readCidr(text);
		const {value: name} = cidr === undefined ? readHostName(text) : {};
		if (cidr !== undefined) {
			cidrs.push(cidr);
		} else if (name !== undefined) {
			const addresses = names.get(name) ?? [];
			used.push({name, addresses});
			cidrs.push(...addresses.map(cidrOf));
		}
	}

	return {kind: 'some', cidrs: mergeCidrs(cidrs), names: used};
}
