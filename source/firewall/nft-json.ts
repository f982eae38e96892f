import type {Cidr} from '../addresses/cidr.js';
import {mergeCidrs} from '../addresses/cidr-list.js';
import type {Direction} from '../catalogue/connection.js';
import type {Peers, ResolvedName} from '../policy/policy.js';
import type {EffectiveRule, InEffect} from './backend.js';
import {isSameMatch, keyOf} from './compare.js';
import {nameOfSet} from './name-sets.js';
import {cidrsOfElement} from './nft-elements.js';
import type {ListedChain, ListedObject, ListedRule, Listing} from './nft-listing.js';
import {
	isOpenBefore,
	type ListedMatch,
	matchesOf,
	type ReadMatch,
	readMatches,
	readPublishedMatches,
} from './nft-match.js';
import {isJudgingPublished} from './nft-published.js';

type Sets = ReadonlyMap<string, readonly Cidr[]>;

/** The chains that permit something, and how their conditions are read. */
const chains: Readonly<Record<string, ChainReader>> = {
	input: {direction: 'inbound', read: matches => readMatches('inbound', matches)},
	output: {direction: 'outbound', read: matches => readMatches('outbound', matches)},
	published: {direction: 'inbound', read: readPublishedMatches},
};
type ChainReader = {
	readonly direction: Direction;
	readonly read: (matches: readonly ListedMatch[]) => ReadMatch | undefined;
};

/**
 * Our table as the kernel has it. What is not exactly as we write it is not explained
 * away: a strange rule that accepts reads as `unknown`, and whatever else was changed by
 * hand is named among the oddities.
 */
export function parseListing(
	json: string,
): InEffect & {readonly sets: readonly string[]} {
	const {nftables} = JSON.parse(json) as Listing;
	const sets: Sets = new Map(
		nftables.flatMap(({set}) =>
			set === undefined ? [] : [[set.name, (set.elem ?? []).flatMap(cidrsOfElement)]],
		),
	);
	const rules = nftables.flatMap(({rule}) => rule ?? []);
	return {
		rules: joinFamilies(rules.flatMap(rule => effectiveRule(rule, sets))),
		guardedPorts: guardedPorts(rules),
		oddities: odditiesOf(nftables, rules),
		sets: [...sets.keys()],
	};
}

function effectiveRule(
	{chain, comment, expr}: ListedRule,
	sets: Sets,
): readonly EffectiveRule[] {
	const reader = chains[chain];
	if (reader === undefined || !expr.some(({accept}) => accept === null)) {
		return [];
	}

	const packets = expr.find(({counter}) => counter)?.counter?.packets ?? 0;
	const {direction} = reader;
	const read = reader.read(matchesOf(expr));
	const isOurs = comment !== undefined && read !== undefined;
	return [
		{
			id: isOurs ? comment : 'unknown',
			direction,
			match: read?.match ?? {kind: 'everything'},
			peers: peersOf(read?.set, sets),
			packets,
		},
	];
}

function peersOf(set: string | undefined, sets: Sets): Peers {
	if (set === undefined) {
		return {kind: 'any'};
	}

	const cidrs = sets.get(set) ?? [];
	const followed = nameOfSet(set);
	return followed === undefined
		? {kind: 'some', cidrs: mergeCidrs(cidrs), names: []}
		: {
				kind: 'some',
				cidrs: [],
				names: [
					{
						name: followed.name,
						addresses: cidrs.map(({family, first: value}) => ({family, value})),
						isFollowed: true,
					},
				],
			};
}

/** A rule stands in the kernel once a family of its peers, and again for published ports. */
function joinFamilies(rules: readonly EffectiveRule[]): readonly EffectiveRule[] {
	const joined: EffectiveRule[] = [];
	for (const rule of rules) {
		const at = joined.findIndex(
			other => keyOf(other) === keyOf(rule) && isSameMatch(other.match, rule.match),
		);
		const other = joined[at];
		if (other === undefined) {
			joined.push(rule);
		} else {
			joined[at] = joinTwo(other, rule);
		}
	}

	return joined;
}

function joinTwo(a: EffectiveRule, b: EffectiveRule): EffectiveRule {
	const peers: Peers =
		a.peers.kind === 'some' && b.peers.kind === 'some'
			? {
					kind: 'some',
					cidrs: mergeCidrs([...a.peers.cidrs, ...b.peers.cidrs]),
					names: joinNames([...a.peers.names, ...b.peers.names]),
				}
			: {kind: 'any'};
	return {...a, peers, packets: a.packets + b.packets};
}

/** A name has a set in each family. */
function joinNames(names: readonly ResolvedName[]): readonly ResolvedName[] {
	return [...Map.groupBy(names, ({name}) => name)].map(([name, parts]) => ({
		name,
		addresses: parts.flatMap(({addresses}) => addresses),
		isFollowed: true,
	}));
}

/** The ports that are refused before open connections are let on. */
function guardedPorts(rules: readonly ListedRule[]): readonly number[] {
	const input = rules.filter(({chain}) => chain === 'input');
	const guard = input.findIndex(({expr}) => expr.some(({drop}) => drop === null));
	const replies = input.findIndex(({comment}) => comment === 'replies');
	const right = matchesOf(input[guard]?.expr ?? [])[0]?.right;
	return guard === -1 || guard > replies || typeof right !== 'object' || !('set' in right)
		? []
		: right.set.map(Number);
}

function odditiesOf(
	objects: readonly ListedObject[],
	rules: readonly ListedRule[],
): readonly string[] {
	const open = objects.flatMap(({chain}) =>
		chain !== undefined && chain.policy !== 'drop' && !isForForwarding(chain)
			? [chain.name]
			: [],
	);
	const isAsleep = objects.some(({table}) => table?.flags?.includes('dormant'));
	const last = rules.findLast(({chain}) => chain === 'output');
	const isSilent = last?.expr.some(({reject}) => reject !== undefined) !== true;
	return [
		...(isAsleep ? ['the whole table is dormant: nothing is filtered'] : []),
		...open.map(name => `the chain "${name}" lets everything pass at its end`),
		...(isSilent && !isOpenOutbound(rules)
			? ['outbound packets are no longer refused aloud']
			: []),
		...(isLettingOn(rules)
			? []
			: ['connections that were open before these rules may be cut off']),
		...(isJudgingPublished(objects)
			? []
			: ['ports that containers publish are not judged by these rules']),
	];
}

/** Whether packets that begin no connection go out, tracked or not. */
function isLettingOn(rules: readonly ListedRule[]): boolean {
	return rules.some(
		({chain, expr}) =>
			chain === 'output' &&
			expr.some(({accept}) => accept === null) &&
			matchesOf(expr).some(isOpenBefore),
	);
}

/** What is sent on to others is not refused at the end, and is looked at by itself. */
function isForForwarding({name}: ListedChain): boolean {
	return name === 'forward' || name === 'published';
}

function isOpenOutbound(rules: readonly ListedRule[]): boolean {
	return rules.some(({comment}) => comment === 'outbound-open');
}
