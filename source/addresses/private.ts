import type {Address} from './address.js';
import {readCidr} from './cidr.js';
import {includesAddress, mergeCidrs} from './cidr-list.js';

/**
 * What no host on the Internet has: unspecified, private, shared, loopback and link-local
 * addresses (RFC 6890).
 */
const blocks = mergeCidrs(
	[
		...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16'],
		...['172.16.0.0/12', '192.168.0.0/16', '::/127', 'fc00::/7', 'fe80::/10'],
	].flatMap(text => readCidr(text).value ?? []),
);

export function isPrivate(address: Address): boolean {
	return includesAddress(blocks, address);
}
