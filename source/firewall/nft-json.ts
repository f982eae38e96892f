import type {Cidr} from '../addresses/cidr.js';
import {mergeCidrs} from '../addresses/cidr-list.js';
import type {Direction} from '../catalogue/connection.js';
import type {Peers, ResolvedName} from '../policy/policy.js';
import type {EffectiveRule, InEffect} from './backend.js';
import {formatMatch, keyOf} from './compare.js';
import {nameOfSet} from './name-sets.js';
import {cidrsOfElements} from './nft-elements.js';
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
export function parseListing(json: string): InEffect {
	const {nftables} = JSON.parse(json) as Listing;
	const sets: Sets = new Map(
		nftables.flatMap(({set}) =>
			set === undefined ? [] : [[set.name, cidrsOfElements(set.elem ?? [])]],
		),
	);
	const rules = nftables.flatMap(({rule}) => rule ?? []);
	return {
		rules: joinFamilies(rules.flatMap(listedPermission), sets),
		guardedPorts: guardedPorts(rules),
		oddities: odditiesOf(nftables, rules),
	};
}

/** A rule of the kernel that lets something pass: from the peers in a set, or any. */
type ListedPermission = Omit<EffectiveRule, 'peers'> & {readonly set: string | undefined};

function listedPermission({
	chain,
	comment,
	expr,
}: ListedRule): readonly ListedPermission[] {
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
			set: read?.set,
			packets,
		},
	];
}

/** A rule stands in the kernel once a family of its peers, and again for published ports. */
function joinFamilies(
	permissions: readonly ListedPermission[],
	sets: Sets,
): readonly EffectiveRule[] {
	const joined = Map.groupBy(
		permissions,
		permission => `${keyOf(permission)} ${formatMatch(permission.match)}`,
	);
	return [...joined.values()].flatMap(same => {
		const [first] = same;
		if (first === undefined) {
			return [];
		}

		const {id, direction, match} = first;
		const peers = peersOf(new Set(same.map(({set}) => set)), sets);
		const packets = same.reduce((sum, each) => sum + each.packets, 0);
		return [{id, direction, match, peers, packets}];
	});
}

function peersOf(names: ReadonlySet<string | undefined>, sets: Sets): Peers {
	const cidrs: Array<readonly Cidr[]> = [];
	const followed: ResolvedName[] = [];
	for (const set of names) {
		if (set === undefined) {
			return {kind: 'any'};
		}

		const held = sets.get(set) ?? [];
		const name = nameOfSet(set)?.name;
		if (name === undefined) {
			cidrs.push(held);
		} else {
			const addresses = held.map(({family, first: value}) => ({family, value}));
			followed.push({name, addresses, isFollowed: true});
		}
	}

	return {kind: 'some', cidrs: mergeCidrs(cidrs.flat()), names: joinNames(followed)};
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
