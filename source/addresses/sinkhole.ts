import {type Address, isMapped} from './address.js';
import {readCidr} from './cidr.js';
import {includesAddress, mergeCidrs} from './cidr-list.js';

/**
 * What no name of another machine leads to: unspecified, loopback, link-local, multicast and
 * broadcast addresses (RFC 6890).
 */
const blocks = mergeCidrs(
	[
		...['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '240.0.0.0/4'],
		...['::/127', 'fe80::/10', 'ff00::/8'],
	].flatMap(text => readCidr(text).value ?? []),
);

/** Whether an answer of the DNS with this address means that a filter blocks the name. */
export function isSinkhole(address: Address): boolean {
	return isMapped(address) || includesAddress(blocks, address);
}
