import {formatAddress} from '../addresses/address.js';
import {type Cidr, formatCidr} from '../addresses/cidr.js';
import type {Match, Peers, Permission, ResolvedName} from './policy.js';

/** `10.20.0.0/16 may reach 9999/tcp` */
export function describePermission({direction, match, peers}: Permission): string {
	const isInbound = direction === 'inbound';
	switch (match.kind) {
		case 'port':
			return isInbound
				? `${describePeers(peers, 'anyone')} may reach ${describeMatch(match)}`
				: `this server may reach ${describePeers(peers, 'any destination')} on ${describeMatch(match)}`;
		case 'icmp':
		case 'replies':
			return `${describeMatch(match)} may ${isInbound ? 'come in' : 'go out'}`;
		case 'loopback':
			return `this server may ${isInbound ? 'be reached by' : 'reach'} itself`;
		case 'everything':
			return isInbound
				? 'anyone may reach any port'
				: 'this server may reach any destination on any port';
	}
}

/** The other end in words; of many blocks, the first few and how many more there are. */
export function describePeers(peers: Peers, anyone: string, most = 4): string {
	if (peers.kind === 'any') {
		return anyone;
	}

	const {cidrs, names} = peers;
	const words = wordsFor(cidrs, names);
	if (words.length === 0) {
		return 'nobody';
	}

	const rest = words.length > most ? ` and ${words.length - most} more` : '';
	return `${words.slice(0, most).join(', ')}${rest}`;
}

/** `53/udp to 10.62.0.53`: a host need in a few words. */
export function describeNeed({direction, match, peers}: Permission): string {
	if (match.kind !== 'port') {
		return describeMatch(match);
	}

	const preposition = direction === 'inbound' ? 'from' : 'to';
	return `${describeMatch(match)} ${preposition} ${describePeers(peers, 'anyone')}`;
}

function describeMatch(match: Match): string {
	switch (match.kind) {
		case 'port':
			return `${match.port}/${match.protocol}`;
		case 'icmp':
			return `ICMP${match.family === 6 ? 'v6' : ''} (${match.types.length} types)`;
		case 'loopback':
			return 'loopback';
		case 'replies':
			return 'answers to what was permitted';
		case 'everything':
			return 'everything';
	}
}

/** Blocks as they are, and names with the addresses they stand for. */
function wordsFor(
	cidrs: readonly Cidr[],
	names: readonly ResolvedName[],
): readonly string[] {
	const followed = new Set(
		names.flatMap(({name, isFollowed}) => (isFollowed ? [name] : [])),
	);
	return namedPeers({cidrs, names}).map(({name, addresses}) => {
		// Its addresses would be others a moment later.
		if (followed.has(name)) {
			return name;
		}

		if (addresses.length === 0) {
			return `${name} (no address yet)`;
		}

		return addresses[0] === name ? name : `${name} (${addresses.join(', ')})`;
	});
}

/** A block, or a name and the addresses that it stands for. */
export type NamedPeer = {readonly name: string; readonly addresses: readonly string[]};

/** Blocks as they are, each as its own address, and names; none that a name stands for twice. */
export function namedPeers({
	cidrs,
	names,
}: Omit<Extract<Peers, {kind: 'some'}>, 'kind'>): readonly NamedPeer[] {
	const named = names.map(({name, addresses}) => ({
		name,
		addresses: addresses.map(formatAddress),
	}));
	const fromNames = new Set(named.flatMap(({addresses}) => addresses));
	const blocks = cidrs.map(formatCidr).filter(text => !fromNames.has(text));
	return [...blocks.map(text => ({name: text, addresses: [text]})), ...named];
}
