import type {Address} from '../../addresses/address.js';
import {includesAddress, mergeCidrs} from '../../addresses/cidr-list.js';
import {readPeer} from '../../addresses/peer.js';

/**
 * Whether a host is reached without the proxy: by its name, by a domain it is in
 * (`uni.edu`, `.uni.edu`, `*.uni.edu`), by one of its addresses, or because all are (`*`).
 */
export function isExempt(
	host: string,
	addresses: readonly Address[],
	noProxy: readonly string[],
): boolean {
	return noProxy.some(entry => {
		const {value: peer} = readPeer(entry.trim().replace(/^\*?\./, ''));
		if (entry.trim() === '*' || peer === undefined) {
			return entry.trim() === '*';
		}

		return peer.kind === 'cidr'
			? addresses.some(address => includesAddress(mergeCidrs([peer.cidr]), address))
			: isWithin(host.toLowerCase(), peer.name);
	});
}

function isWithin(host: string, domain: string): boolean {
	return host === domain || host.endsWith(`.${domain}`);
}
