import type {Direction, Protocol} from '../catalogue/connection.js';
import type {Match} from '../policy/policy.js';
import {peerFields} from './peer-sets.js';
import {protocolNumbers} from './ruleset.js';

/** A condition of a rule as nft lists it (libnftables-json(5)). */
export type ListedMatch = {
	readonly op: string;
	readonly left: {
		readonly payload?: {readonly protocol: string; readonly field: string};
		readonly meta?: {readonly key: string};
		readonly ct?: {readonly key: string; readonly dir?: string};
		/** Some bits of a field. */
		readonly '&'?: readonly [
			{readonly payload?: {readonly protocol: string; readonly field: string}},
			Bits,
		];
	};
	readonly right: Right;
};
/** Bits by name, by number, or several of them. */
type Bits = string | number | ReadonlyArray<number | string>;
type Right =
	| string
	| number
	| {readonly set: ReadonlyArray<number | string>}
	| {readonly prefix: {readonly addr: string; readonly len: number}}
	| ReadonlyArray<number | string>;

/** The conditions of a rule, without what it does. */
export function matchesOf(
	expr: ReadonlyArray<{readonly match?: ListedMatch}>,
): readonly ListedMatch[] {
	return expr.flatMap(({match}) => match ?? []);
}

/** What the conditions of one rule of ours say: a match, and the set of its peers. */
export type ReadMatch = {readonly match: Match; readonly set: string | undefined};

const protocols: readonly Protocol[] = ['tcp', 'udp'];

const interfaceKeys = {inbound: 'iif', outbound: 'oif'} as const;

/** Undefined when the conditions are not exactly such as we write. */
export function readMatches(
	direction: Direction,
	matches: readonly ListedMatch[],
): ReadMatch | undefined {
	const {set, others} = splitPeers(direction, matches);
	const match = readMatch(direction, others);
	return match && {match, set};
}

/** The same for the chain that judges published ports. */
export function readPublishedMatches(
	matches: readonly ListedMatch[],
): ReadMatch | undefined {
	const {set, others} = splitPeers('inbound', matches);
	const [first, second, ...more] = others;
	if (first === undefined || more.length > 0) {
		return undefined;
	}

	const match = second === undefined ? readIcmp(first) : readPublishedPort(first, second);
	return match && {match, set};
}

/** `ct status dnat ct direction original`: what is sent on, on its way in. */
export function isPublishedTraffic(matches: readonly ListedMatch[]): boolean {
	const [status, direction] = matches;
	return (
		matches.length === 2 &&
		status?.op === 'in' &&
		status.left.ct?.key === 'status' &&
		isOneOf(status.right, 'dnat', 32) &&
		direction?.op === '==' &&
		direction.left.ct?.key === 'direction' &&
		isOneOf(direction.right, 'original', 0)
	);
}

/** A value by its name or, as `nft -n` says it, by its number (linux/netfilter). */
function isOneOf(right: Right, name: string, number: number): boolean {
	return right === name || right === number;
}

function splitPeers(direction: Direction, matches: readonly ListedMatch[]) {
	const [first, ...rest] = matches;
	const set = first === undefined ? undefined : readPeerSet(direction, first);
	return {set, others: set === undefined ? matches : rest};
}

/** `ip saddr @viewers-4` */
function readPeerSet(
	direction: Direction,
	{op, left, right}: ListedMatch,
): string | undefined {
	const isPeer =
		op === '==' &&
		/^ip6?$/.test(left.payload?.protocol ?? '') &&
		left.payload?.field === peerFields[direction];
	return isPeer && typeof right === 'string' && right.startsWith('@')
		? right.slice(1)
		: undefined;
}

function readMatch(
	direction: Direction,
	matches: readonly ListedMatch[],
): Match | undefined {
	const [first, second] = matches;
	if (first === undefined) {
		return {kind: 'everything'};
	}

	if (second !== undefined) {
		return matches.length === 2 ? readPorts(first, second) : undefined;
	}

	return (
		readPort(first) ??
		readIcmp(first) ??
		readLoopback(direction, first) ??
		readTurnedHere(direction, first) ??
		readReplies(first) ??
		(isOpenBefore(first) ? {kind: 'replies'} : undefined)
	);
}

/** `tcp dport 9999` */
function readPort(listed: ListedMatch): Match | undefined {
	const port = numberOf(listed, 'dport');
	return port && {kind: 'port', ...port};
}

/** `udp sport 67 udp dport 68` */
function readPorts(source: ListedMatch, destination: ListedMatch): Match | undefined {
	const from = numberOf(source, 'sport');
	const to = numberOf(destination, 'dport');
	return from !== undefined && to !== undefined && from.protocol === to.protocol
		? {kind: 'port', ...to, sourcePort: from.port}
		: undefined;
}

/** `meta l4proto 6 ct original proto-dst 9999` */
function readPublishedPort(
	{op, left, right}: ListedMatch,
	dialled: ListedMatch,
): Match | undefined {
	const protocol = protocols.find(name => isOneOf(right, name, protocolNumbers[name]));
	return op === '==' &&
		left.meta?.key === 'l4proto' &&
		protocol !== undefined &&
		dialled.op === '==' &&
		dialled.left.ct?.key === 'proto-dst' &&
		dialled.left.ct.dir === 'original' &&
		typeof dialled.right === 'number'
		? {kind: 'port', protocol, port: dialled.right}
		: undefined;
}

function numberOf({op, left, right}: ListedMatch, field: string) {
	const protocol = left.payload?.protocol;
	return op === '==' &&
		left.payload?.field === field &&
		(protocol === 'tcp' || protocol === 'udp') &&
		typeof right === 'number'
		? ({protocol, port: right} as const)
		: undefined;
}

/** `icmp type { 0, 3, 8 }` */
function readIcmp({op, left, right}: ListedMatch): Match | undefined {
	const family = {icmp: 4, icmpv6: 6}[left.payload?.protocol ?? ''];
	return op === '==' &&
		left.payload?.field === 'type' &&
		(family === 4 || family === 6) &&
		typeof right === 'object' &&
		'set' in right
		? {kind: 'icmp', family, types: right.set.map(Number).toSorted((a, b) => a - b)}
		: undefined;
}

/** `iif lo` */
function readLoopback(
	direction: Direction,
	{op, left, right}: ListedMatch,
): Match | undefined {
	return op === '==' && left.meta?.key === interfaceKeys[direction] && right === 'lo'
		? {kind: 'loopback'}
		: undefined;
}

/** `ip daddr 127.0.0.0/8` and `ip6 daddr ::1` */
function readTurnedHere(
	direction: Direction,
	{op, left, right}: ListedMatch,
): Match | undefined {
	const isToHere =
		left.payload?.protocol === 'ip6'
			? right === '::1'
			: typeof right === 'object' &&
				'prefix' in right &&
				right.prefix.addr === '127.0.0.0' &&
				right.prefix.len === 8;
	return direction === 'outbound' &&
		op === '==' &&
		left.payload?.field === 'daddr' &&
		isToHere
		? {kind: 'loopback'}
		: undefined;
}

/** The states by name and, as `nft -n` says them, by number (linux/netfilter). */
const stateNames: Readonly<Record<string, string>> = {2: 'established', 4: 'related'};

/** `ct state established,related`; older nft lists the two as a set. */
function readReplies({op, left, right}: ListedMatch): Match | undefined {
	const listed = typeof right === 'object' && 'set' in right ? right.set : right;
	const states = new Set(
		Array.isArray(listed) ? listed.map(state => stateNames[state] ?? state) : [],
	);
	return (op === 'in' || op === '==') &&
		left.ct?.key === 'state' &&
		states.size === 2 &&
		states.has('established') &&
		states.has('related')
		? {kind: 'replies'}
		: undefined;
}

/** TCP's flags by name (RFC 9293); `nft -n` says them by number. */
const flagBits = {syn: 2, ack: 16} as const;

/** `tcp flags & (syn | ack) == ack`: no first packet of a connection. */
export function isOpenBefore({op, left, right}: ListedMatch): boolean {
	const [field, mask] = left['&'] ?? [];
	return (
		op === '==' &&
		field?.payload?.protocol === 'tcp' &&
		field.payload.field === 'flags' &&
		bitsOf(mask) === flagBits.syn + flagBits.ack &&
		bitsOf(right) === flagBits.ack
	);
}

function bitsOf(bits: Bits | Right | undefined): number {
	const parts: readonly unknown[] = Array.isArray(bits) ? bits : [bits];
	return parts.reduce<number>((sum, bit) => sum + bitOf(bit), 0);
}

function bitOf(bit: unknown): number {
	return bit === 'syn' || bit === 'ack' ? flagBits[bit] : Number(bit);
}
