import type {Address, Family} from '../addresses/address.js';
import {cidrOf, readCidr} from '../addresses/cidr.js';
import {contains, includesAddress, ofFamily} from '../addresses/cidr-list.js';
import {followedAddresses} from '../policy/followed-names.js';
import type {Peers} from '../policy/policy.js';

const cidrsFrom = (texts: readonly string[]) =>
	texts.flatMap(text => readCidr(text).value ?? []);
const addressesFrom = (texts: readonly string[]) =>
	cidrsFrom(texts).map(({family, first}): Address => ({family, value: first}));

/** "This network", loopback, link-local, multicast and reserved: none comes from afar. */
const unusable = cidrsFrom([
	...['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/3'],
	...['::/8', 'fe80::/10', 'ff00::/8'],
]);

/** Of blocks kept for documentation (RFC 5737, 3849, 9637): nobody's addresses. */
export const nobodys: readonly Address[] = addressesFrom([
	...['203.0.113.77', '198.51.100.77', '192.0.2.77'],
	...['2001:db8:ffff:ffff::77', '3fff:fff:ffff::77'],
]);

/** Whether a machine on another network can have this address. */
export function isUsable(address: Address): boolean {
	return !includesAddress(unusable, address);
}

/** An address of these peers that is fit to be tried; undefined when they have none. */
export function sampleAddress(
	peers: Peers,
	family: Family,
	isFit: (address: Address) => boolean,
): Address | undefined {
	if (peers.kind === 'any') {
		return nobodys.find(address => address.family === family && isFit(address));
	}

	const followed = followedAddresses(peers).map(cidrOf);
	for (const cidr of ofFamily([...peers.cidrs, ...followed], family)) {
		// A host rather than the network's own address, where the block has room for one.
		const hosts = [1n, 2n, 3n, 4n, 0n].map(offset => ({
			family,
			value: cidr.first + offset,
		}));
		const found = [...hosts, ...nobodys].find(
			address => contains(cidr, cidrOf(address)) && isFit(address),
		);
		if (found !== undefined) {
			return found;
		}
	}

	return undefined;
}
