import type {Family} from '../../addresses/address.js';
import type {Cidr} from '../../addresses/cidr.js';
import {mergeCidrs} from '../../addresses/cidr-list.js';
import {cidrsOfElements} from '../nft-elements.js';
import type {Expression, ListedRule, Listing} from '../nft-listing.js';
import type {ListedMatch} from '../nft-match.js';
import type {KernelTables} from './kernel.js';
import {keyOf, type Opening, ruleOfSet, type Target, zone} from './opening.js';

/** What the kernel holds of firewalld's rules, as far as it concerns our zone. */
export type KernelFront = {
	/** The zone of packets that no interface and no source has bound to another. */
	readonly defaultZone: string | undefined;
	/** What our zone lets in. */
	readonly openings: readonly Opening[];
	/** How many rules of our zone let in something that we never ask for. */
	readonly strangers: number;
	/** Whether our zone drops what it does not let in. */
	readonly isClosed: boolean;
	/** Whether firewalld is in the middle of a reload, or was when it crashed. */
	readonly isDropping: boolean;
};

/** The part that matters of what the kernel holds. */
export function readKernelFront({listing, isDropping}: KernelTables): KernelFront {
	const {nftables}: Listing =
		listing === undefined ? {nftables: []} : JSON.parse(listing);
	const rules = nftables.flatMap(({rule}) => rule ?? []);
	const sets = new Map(
		nftables.flatMap(({set}) =>
			set === undefined
				? []
				: [[set.name, mergeCidrs(cidrsOfElements(set.elem ?? []))] as const],
		),
	);
	const accepts = rules.filter(
		({chain, expr}) => isOurs(chain) && hasVerdict(expr, 'accept'),
	);
	const openings = accepts.map(({expr}) => readOpening(expr, sets));
	return {
		defaultZone: defaultZoneOf(rules),
		openings: openings.flatMap(opening => opening ?? []),
		strangers: openings.filter(opening => opening === undefined).length,
		isClosed: rules.some(
			({chain, expr}) =>
				isOurs(chain) && matchesOf(expr).length === 0 && hasVerdict(expr, 'drop'),
		),
		isDropping,
	};
}

/** Whether two are the same, address by address. */
export function isSameFront(a: KernelFront, b: KernelFront): boolean {
	return textOf(a) === textOf(b);
}

function textOf({openings, ...rest}: KernelFront): string {
	const sorted = openings.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
	return JSON.stringify({...rest, openings: sorted}, (_, value: unknown) =>
		typeof value === 'bigint' ? `${value}` : value,
	);
}

/** The chain of the zone, those it is made of, and what leads to it since 2.3. */
const ownChain = new RegExp(
	`^filter_IN_${zone}(?:_(?:pre|log|deny|allow|post|to_HOST))?$`,
);

function isOurs(chain: string): boolean {
	return ownChain.test(chain);
}

function hasVerdict(expr: readonly Expression[], verdict: 'accept' | 'drop'): boolean {
	return expr.some(statement => verdict in statement);
}

function matchesOf(expr: readonly Expression[]): readonly ListedMatch[] {
	return expr.flatMap(({match}) => match ?? []);
}

/**
 * Versions differ in the chains between the hook and a zone, but in all of them an
 * unconditional way leads to the default zone and to no other.
 */
function defaultZoneOf(rules: readonly ListedRule[]): string | undefined {
	const reached = new Set(['filter_INPUT']);
	// A set that grows while it is gone through is gone through to its end.
	for (const name of reached) {
		for (const target of rules.flatMap(rule => alwaysLeadsTo(rule, name))) {
			reached.add(target);
		}
	}

	return [...reached].flatMap(
		name => /^filter_IN_(?!policy_)(.+)_allow$/.exec(name)?.[1] ?? [],
	)[0];
}

function alwaysLeadsTo({chain, expr}: ListedRule, from: string): readonly string[] {
	return chain === from && matchesOf(expr).length === 0
		? expr.flatMap(({jump, goto}) => (jump ?? goto)?.target ?? [])
		: [];
}

type Sets = ReadonlyMap<string, readonly Cidr[]>;
type Read = {
	readonly set?: string;
	readonly family?: Family;
	readonly target?: Target;
};

/** Undefined when the conditions are not exactly such as firewalld makes of our elements. */
function readOpening(expr: readonly Expression[], sets: Sets): Opening | undefined {
	const parts = matchesOf(expr).map(readMatch);
	if (parts.includes(undefined)) {
		return undefined;
	}

	const {set, family, target}: Read = Object.assign({}, ...parts);
	if (target === undefined) {
		return undefined;
	}

	const opening = {rule: 'firewalld', target, ...(family === undefined ? {} : {family})};
	return set === undefined
		? opening
		: {...opening, rule: ruleOfSet(set), sources: {set, cidrs: sets.get(set) ?? []}};
}

function readMatch({op, left, right}: ListedMatch): Read | undefined {
	const {payload, meta, ct} = left;
	// Older versions look at new connections only; open ones have passed before.
	if (ct?.key === 'state') {
		return {};
	}

	if (op !== '==') {
		return undefined;
	}

	if (payload?.field === 'saddr' && typeof right === 'string' && right.startsWith('@')) {
		return {set: right.slice(1), family: payload.protocol === 'ip' ? 4 : 6};
	}

	return typeof right === 'number' ? readNumber(payload, meta, right) : undefined;
}

/** As linux/socket.h and the IANA number them. */
const families: Readonly<Record<number, Read>> = {2: {family: 4}, 10: {family: 6}};
const icmp: Readonly<Record<number, Read>> = {
	1: {target: {protocol: 'icmp'}},
	58: {target: {protocol: 'ipv6-icmp'}},
};

function readNumber(
	payload: ListedMatch['left']['payload'],
	meta: ListedMatch['left']['meta'],
	right: number,
): Read | undefined {
	const protocol = payload?.protocol;
	if (payload?.field === 'dport' && (protocol === 'tcp' || protocol === 'udp')) {
		return {target: {protocol, port: right}};
	}

	return meta?.key === 'nfproto'
		? families[right]
		: meta?.key === 'l4proto'
			? icmp[right]
			: undefined;
}
