import {
	type Address,
	type Family,
	formatAddress,
	isSameAddress,
} from '../addresses/address.js';
import {includesMerged, isLoopback} from '../addresses/cidr-list.js';
import type {Direction, Protocol} from '../catalogue/connection.js';
import {followedAddresses, followedAmong} from './followed-names.js';
import type {Peers, Permission, ResolvedName} from './policy.js';
import {refusalOf} from './refused-address.js';

type PacketBase = {
	readonly direction: Direction;
	/** The other machine. */
	readonly peer: Address;
	readonly sourcePort?: number;
};

export type PortPacket = PacketBase & {
	readonly protocol: Protocol;
	readonly port: number;
};

/** The first packet of a connection between this server and another machine. */
export type Packet =
	| PortPacket
	| (PacketBase & {readonly protocol: 'icmp'; readonly type: number});

export type Explanation = {
	readonly verdict: 'accept' | 'drop';
	/** The rule that permits the packet; none when it is dropped. */
	readonly rule: Permission | undefined;
	readonly reason: string;
};

/** Whether the policy lets a new connection begin, and by which rule. */
export function explain(
	{rules}: {readonly rules: readonly Permission[]},
	packet: Packet,
): Explanation {
	const rule = rules.find(candidate => permits(candidate, packet));
	if (rule !== undefined) {
		return {
			verdict: 'accept',
			rule,
			reason: `The rule "${rule.id}" permits it.`,
		};
	}

	return {verdict: 'drop', rule: undefined, reason: reasonForDrop(rules, packet)};
}

function permits(rule: Permission, packet: Packet): boolean {
	return (
		rule.direction === packet.direction &&
		// Before its peers, of which there can be very many.
		matches(rule, packet) &&
		isAmong(rule.peers, packet.peer)
	);
}

function isAmong(peers: Peers, address: Address): boolean {
	return (
		peers.kind === 'any' ||
		includesMerged(peers.cidrs, address) ||
		followedAmong(peers).some(followed => standsFor(followed, address))
	);
}

function matches({match}: Permission, packet: Packet): boolean {
	switch (match.kind) {
		case 'port':
			return (
				packet.protocol === match.protocol &&
				packet.port === match.port &&
				(match.sourcePort === undefined || match.sourcePort === packet.sourcePort)
			);
		case 'icmp':
			return (
				packet.protocol === 'icmp' &&
				packet.peer.family === match.family &&
				match.types.includes(packet.type)
			);
		case 'loopback':
			return isLoopback(packet.peer);
		case 'replies':
			return false;
		case 'everything':
			return true;
	}
}

function reasonForDrop(rules: readonly Permission[], packet: Packet): string {
	const peer = formatAddress(packet.peer);
	const traffic = nameOf(packet, packet.peer.family);
	const about = rules.filter(
		rule => rule.direction === packet.direction && matches(rule, packet),
	);
	const [first] = about;
	if (first === undefined) {
		return `No rule permits ${traffic} ${packet.direction}.`;
	}

	const forOthers = about.find(({peers}) => !isNobody(peers));
	if (forOthers === undefined) {
		return `The rule "${first.id}" is about ${traffic}, but names nobody yet.`;
	}

	return packet.direction === 'inbound'
		? `${traffic} is open (rule "${forOthers.id}"), but not for ${peer}.`
		: `${traffic} is permitted (rule "${forOthers.id}"), but not to ${peer}.`;
}

/** What is refused of a name is asked last: there can be very many names. */
function standsFor({name, addresses}: ResolvedName, address: Address): boolean {
	return (
		addresses.some(known => isSameAddress(known, address)) &&
		refusalOf(name, address) === undefined
	);
}

function isNobody(peers: Peers): boolean {
	return (
		peers.kind === 'some' && peers.cidrs.length + followedAddresses(peers).length === 0
	);
}

function nameOf(packet: Packet, family: Family): string {
	return packet.protocol === 'icmp'
		? `ICMP${family === 6 ? 'v6' : ''} type ${packet.type}`
		: `${packet.port}/${packet.protocol}`;
}
