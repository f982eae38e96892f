import type {Direction} from '../catalogue/connection.js';
import type {Match} from '../policy/policy.js';
import {peerFields} from './ruleset.js';

/** A condition of a rule as nft lists it (libnftables-json(5)). */
export type ListedMatch = {
	readonly op: string;
	readonly left: {
		readonly payload?: {readonly protocol: string; readonly field: string};
		readonly meta?: {readonly key: string};
		readonly ct?: {readonly key: string};
	};
	readonly right: Right;
};
type Right =
	| string
	| number
	| {readonly set: ReadonlyArray<number | string>}
	| ReadonlyArray<number | string>;

/** What the conditions of one rule of ours say: a match, and the set of its peers. */
export type ReadMatch = {readonly match: Match; readonly set: string | undefined};

const interfaceKeys = {inbound: 'iif', outbound: 'oif'} as const;

/** Undefined when the conditions are not exactly such as we write. */
export function readMatches(
	direction: Direction,
	matches: readonly ListedMatch[],
): ReadMatch | undefined {
	const [first, ...others] = matches;
	const set = first === undefined ? undefined : readPeerSet(direction, first);
	const match = readMatch(direction, set === undefined ? matches : others);
	return match && {match, set};
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
		readReplies(first)
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
		? {kind: 'icmp', family, types: right.set.map(Number)}
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
