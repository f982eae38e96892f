import {formatCidr} from '../../addresses/cidr.js';
import {readPeer} from '../../addresses/peer.js';
import {type NamedPeer, namedPeers} from '../../policy/describe.js';
import type {Peers} from '../../policy/policy.js';
import {listInWords} from '../list-in-words.js';
import type {Site} from '../site.js';

/**
 * One end of a connection: blocks and names, each with the addresses that it stands for
 * now. Empty where nobody is meant.
 */
export type RowEnd = readonly NamedPeer[];

/** What stands for everything, in a file that a firewall reads too. */
const anyAddress = 'any';

export function anywhere(words: string): RowEnd {
	return [{name: words, addresses: [anyAddress]}];
}

/** This server, with all its addresses. */
export function ownEnd({server, addresses}: Site): RowEnd {
	return [{name: server.hostname, addresses}];
}

/** A name or an address that the answers or the list name. */
export function endNamed(text: string, site: Site): RowEnd {
	const peer = readPeer(text).value;
	if (peer?.kind === 'cidr') {
		const block = formatCidr(peer.cidr);
		return [{name: block, addresses: [block]}];
	}

	const name = peer?.name ?? text;
	const found = site.names.find(each => each.name === name);
	return [{name, addresses: withinReach(found?.addresses ?? [], site)}];
}

/** @param anyone what everything is called */
export function endOfPeers(peers: Peers, site: Site, anyone: string): RowEnd {
	return peers.kind === 'any'
		? anywhere(anyone)
		: namedPeers(peers).map(({name, addresses}) => ({
				name,
				addresses: withinReach(addresses, site),
			}));
}

/** `mssql.uni.edu (10.50.0.5, 2001:db8:50::5)` */
export function peerInWords({name, addresses}: NamedPeer): string {
	if (addresses.length === 0) {
		return `${name} (no address in the DNS)`;
	}

	const isItsAddress = addresses[0] === name || addresses[0] === anyAddress;
	return isItsAddress ? name : `${name} (${addresses.join(', ')})`;
}

/** About so many characters of one end are in a cell; the rest is told elsewhere. */
const room = 160;

export function endInWords(end: RowEnd, nobody = 'nobody'): string {
	const words = listInWords(end.map(peerInWords), room);
	return isLong(end) ? `${words} (see the appendix)` : words || nobody;
}

/** Whether a cell has no room for an end. */
export function isLong(end: RowEnd): boolean {
	return end.length > 1 && end.map(peerInWords).join(', ').length > room;
}

/** Addresses of a family that this server does not have are of no use to it. */
function withinReach(
	addresses: readonly string[],
	{addresses: own}: Site,
): readonly string[] {
	const hasFamily = (address: string) =>
		own.some(each => each.includes(':') === address.includes(':'));
	const reached = addresses.filter(hasFamily);
	return reached.length === 0 ? addresses : reached;
}
