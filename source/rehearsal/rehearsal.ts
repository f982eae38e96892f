import {type Address, type Family, formatAddress} from '../addresses/address.js';
import {cidrOf} from '../addresses/cidr.js';
import {includesAddress} from '../addresses/cidr-list.js';
import type {HostFacts} from '../host/facts.js';
import {type Explanation, explain, type PortPacket} from '../policy/explain.js';
import type {Permission, Policy} from '../policy/policy.js';
import {isUsable, nobodys, sampleAddress} from './sample-address.js';

/** A connection to be tried for real, and what the policy says of it. */
export type Attempt = {
	readonly packet: PortPacket;
	readonly expected: Explanation['verdict'];
};

/** What is tried with a policy's rules before they come near the machine. */
export type Rehearsal = {
	/** The address of this server that takes part, by address family. */
	readonly server: Readonly<Record<Family, Address>>;
	readonly attempts: readonly Attempt[];
};

/** Somebody who is connected to this server, and to which TCP port. */
export type Client = {readonly address: Address; readonly port: number};

export type RehearsalInput = {
	readonly facts: Pick<HostFacts, 'addresses'>;
	readonly clients: readonly Client[];
};

/** One side of a connection: where it is knocked at. */
type Door = Omit<PortPacket, 'peer'>;

const families = [4, 6] as const;

/** 192.0.2.1 and 2001:db8::1 (RFC 5737, 3849), for a server without an address yet. */
const standIns: Rehearsal['server'] = {
	4: {family: 4, value: 0xc0_00_02_01n},
	6: {family: 6, value: (0x2001_0db8n << 96n) + 1n},
};

/** Of the "discard" service (RFC 863), which nobody has in use. */
const unlistedDoors: readonly Door[] = (['inbound', 'outbound'] as const).flatMap(
	direction =>
		(['tcp', 'udp'] as const).map(protocol => ({direction, protocol, port: 9})),
);

/** Enough for every rule of the list; the site's own may be many more. */
const mostAttempts = 60;
const mostClients = 20;

/**
 * Who is connected now, strangers at the guarded ports, one machine for each rule and
 * address family, and strangers at whatever else is not for everybody.
 */
export function rehearsalFor(
	policy: Policy,
	{facts, clients}: RehearsalInput,
): Rehearsal {
	const server = {4: serverAddress(4, facts), 6: serverAddress(6, facts)};
	const own = [...facts.addresses, server[4], server[6]].map(cidrOf);
	const isFit = (address: Address) => isUsable(address) && !includesAddress(own, address);
	const packets = [
		...packetsFrom(clients.filter(({address}) => isFit(address))),
		...strangersAt(guardedDoors(policy), policy, isFit),
		...policy.rules.flatMap(rule => packetsFor(rule, isFit)),
		...strangersAt([...restrictedDoors(policy), ...unlistedDoors], policy, isFit),
	];
	return {
		server,
		attempts: distinct(packets)
			.slice(0, mostAttempts)
			.map(packet => ({packet, expected: explain(policy, packet).verdict})),
	};
}

function serverAddress(family: Family, {addresses}: RehearsalInput['facts']): Address {
	return addresses.find(address => address.family === family) ?? standIns[family];
}

/** Whoever is logged in before all the viewers that there may be. */
function packetsFrom(clients: readonly Client[]): readonly PortPacket[] {
	const isLogin = ({port}: Client) => Number(port === 22);
	const packets = clients
		.toSorted((a, b) => isLogin(b) - isLogin(a))
		.map(({address: peer, port}) => ({
			...({direction: 'inbound', protocol: 'tcp'} as const),
			port,
			peer,
		}));
	return distinct(packets).slice(0, mostClients);
}

function packetsFor(
	rule: Permission,
	isFit: (address: Address) => boolean,
): readonly PortPacket[] {
	return doorsOf(rule).flatMap(door =>
		families.flatMap(family => {
			const peer = sampleAddress(rule.peers, family, isFit);
			return peer === undefined ? [] : [{...door, peer}];
		}),
	);
}

/** Somebody whom nothing permits; whoever there is where everybody is permitted. */
function strangersAt(
	doors: readonly Door[],
	policy: Policy,
	isFit: (address: Address) => boolean,
): readonly PortPacket[] {
	return doors.flatMap(door =>
		families.flatMap(family => {
			const packets = nobodys
				.filter(address => address.family === family && isFit(address))
				.map(peer => ({...door, peer}));
			const refused = packets.find(packet => explain(policy, packet).verdict === 'drop');
			return refused ?? packets.slice(0, 1);
		}),
	);
}

function guardedDoors({guardedPorts}: Policy): readonly Door[] {
	return guardedPorts.map(port => ({direction: 'inbound', protocol: 'tcp', port}));
}

function restrictedDoors({rules}: Policy): readonly Door[] {
	return rules.filter(({peers}) => peers.kind === 'some').flatMap(doorsOf);
}

/** None of a rule that asks for a source port: DHCP, which speaks to groups. */
function doorsOf({direction, match}: Permission): readonly Door[] {
	return match.kind === 'port' && match.sourcePort === undefined
		? [{direction, protocol: match.protocol, port: match.port}]
		: [];
}

function distinct(packets: readonly PortPacket[]): readonly PortPacket[] {
	return [...new Map(packets.map(packet => [keyOf(packet), packet])).values()];
}

function keyOf({direction, protocol, port, peer}: PortPacket): string {
	return `${direction} ${formatAddress(peer)} ${port}/${protocol}`;
}
