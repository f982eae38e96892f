import {parseAddress} from '../addresses/address.js';
import {type Cidr, readCidr} from '../addresses/cidr.js';
import {mergeCidrs} from '../addresses/cidr-list.js';
import {cidrsOfRange} from '../addresses/range.js';
import type {Match, Peers} from '../policy/policy.js';
import type {EffectiveRule, InEffect} from './backend.js';
import {keyOf} from './compare.js';

/** What `nft -j list table` prints, as far as our own table needs it (libnftables-json(5)). */
type Listing = {readonly nftables: readonly ListedObject[]};
type ListedObject = {
	readonly set?: {readonly name: string; readonly elem?: readonly Element[]};
	readonly rule?: {
		readonly chain: string;
		readonly comment?: string;
		readonly expr: readonly Expression[];
	};
};
type Element =
	| string
	| {readonly prefix: {readonly addr: string; readonly len: number}}
	| {readonly range: readonly [string, string]};
type Expression = {
	readonly match?: {readonly left: Left; readonly right: Right};
	readonly counter?: {readonly packets: number} | null;
	readonly accept?: null;
};
type Left = {
	readonly payload?: {readonly protocol: string; readonly field: string};
	readonly meta?: {readonly key: string};
	readonly ct?: {readonly key: string};
};
type Right =
	| string
	| number
	| {readonly set: ReadonlyArray<number | string>}
	| readonly unknown[];

type Sets = ReadonlyMap<string, readonly Cidr[]>;

/** Our rules as the kernel has them. Rules that nobody of us wrote read as `unknown`. */
export function parseListing(
	json: string,
): InEffect & {readonly sets: readonly string[]} {
	const {nftables} = JSON.parse(json) as Listing;
	const sets: Sets = new Map(
		nftables.flatMap(({set}) =>
			set === undefined ? [] : [[set.name, (set.elem ?? []).flatMap(cidrsOfElement)]],
		),
	);
	const rules = nftables.flatMap(({rule}) =>
		rule === undefined ? [] : effectiveRule(rule, sets),
	);
	return {rules: joinFamilies(rules), sets: [...sets.keys()]};
}

function effectiveRule(
	{chain, comment = 'unknown', expr}: NonNullable<ListedObject['rule']>,
	sets: Sets,
): readonly EffectiveRule[] {
	if (!expr.some(({accept}) => accept === null)) {
		return [];
	}

	const matches = expr.flatMap(({match}) => match ?? []);
	return [
		{
			id: comment,
			direction: chain === 'input' ? 'inbound' : 'outbound',
			match: matchOf(matches),
			peers: peersOf(matches, sets),
			packets: expr.find(({counter}) => counter)?.counter?.packets ?? 0,
		},
	];
}

type ListedMatch = NonNullable<Expression['match']>;

function peersOf(matches: readonly ListedMatch[], sets: Sets): Peers {
	const peer = matches.find(({left}) => /^[sd]addr$/.test(left.payload?.field ?? ''));
	return peer === undefined
		? {kind: 'any'}
		: {kind: 'some', cidrs: sets.get(String(peer.right).slice(1)) ?? [], names: []};
}

function matchOf(matches: readonly ListedMatch[]): Match {
	const field = (name: string) =>
		matches.find(({left}) => left.payload?.field === name || left.meta?.key === name);
	const port = field('dport');
	if (port !== undefined) {
		const source = field('sport');
		return {
			kind: 'port',
			protocol: port.left.payload?.protocol === 'udp' ? 'udp' : 'tcp',
			port: Number(port.right),
			...(source === undefined ? {} : {sourcePort: Number(source.right)}),
		};
	}

	const icmp = field('type');
	if (icmp !== undefined) {
		return {
			kind: 'icmp',
			family: icmp.left.payload?.protocol === 'icmp' ? 4 : 6,
			types: numbersOf(icmp.right),
		};
	}

	if (field('iif') !== undefined || field('oif') !== undefined) {
		return {kind: 'loopback'};
	}

	return matches.some(({left}) => left.ct?.key === 'state')
		? {kind: 'replies'}
		: {kind: 'everything'};
}

function numbersOf(right: Right): readonly number[] {
	return typeof right === 'object' && 'set' in right
		? right.set.map(Number)
		: [Number(right)];
}

function cidrsOfElement(element: Element): readonly Cidr[] {
	if (typeof element === 'object' && 'range' in element) {
		const [first, last] = element.range.map(parseAddress);
		return first === undefined || last === undefined ? [] : cidrsOfRange(first, last);
	}

	const text =
		typeof element === 'string'
			? element
			: `${element.prefix.addr}/${element.prefix.len}`;
	const {value} = readCidr(text);
	return value === undefined ? [] : [value];
}

/** A rule with peers stands in the kernel once a family. */
function joinFamilies(rules: readonly EffectiveRule[]): readonly EffectiveRule[] {
	const joined = new Map<string, EffectiveRule>();
	for (const rule of rules) {
		const other = joined.get(keyOf(rule));
		joined.set(keyOf(rule), other === undefined ? rule : joinTwo(other, rule));
	}

	return [...joined.values()];
}

function joinTwo(a: EffectiveRule, b: EffectiveRule): EffectiveRule {
	const peers: Peers =
		a.peers.kind === 'some' && b.peers.kind === 'some'
			? {kind: 'some', cidrs: mergeCidrs([...a.peers.cidrs, ...b.peers.cidrs]), names: []}
			: {kind: 'any'};
	return {...a, peers, packets: a.packets + b.packets};
}
