import {createHash} from 'node:crypto';
import type {Family} from '../../addresses/address.js';
import type {Cidr} from '../../addresses/cidr.js';
import {ofFamily} from '../../addresses/cidr-list.js';
import {describePeers} from '../../policy/describe.js';
import type {Match, Permission, Policy} from '../../policy/policy.js';

/** The one zone that is ours; firewalld takes at most 17 characters. */
export const zone = 'analytics';

/** What an opening lets in: a port, or every ICMP packet (our own table narrows the types). */
export type Target =
	| {readonly protocol: 'tcp' | 'udp'; readonly port: number}
	| {readonly protocol: 'icmp' | 'ipv6-icmp'};

/** One thing that the zone lets in, as one element of its file and one rule in the kernel. */
export type Opening = {
	/** The id of the rule that it stands for. */
	readonly rule: string;
	readonly target: Target;
	/** Undefined where it is open to both. */
	readonly family?: Family;
	/** Who may come in; undefined where anyone may. */
	readonly sources?: {readonly set: string; readonly cidrs: readonly Cidr[]};
};

const families: readonly Family[] = [4, 6];

/**
 * What firewalld must let in for a policy, each thing once. What goes out, open
 * connections and loopback are none of the zone's business.
 */
export function openingsFor({rules}: Policy): readonly Opening[] {
	const openings = rules
		.filter(({direction}) => direction === 'inbound')
		.flatMap(rule => {
			const target = targetOf(rule.match);
			return target === undefined ? [] : openingsTo(target, rule);
		});
	return [...new Map(openings.map(opening => [keyOf(opening), opening])).values()];
}

/** The same text for the same opening, whatever its sources are. */
export function keyOf({target, family, sources}: Opening): string {
	const from = sources === undefined ? `any ${family ?? ''}` : `@${sources.set}`;
	return `${from} ${describeTarget(target)}`;
}

/** `10.20.0.0/16 may reach 9999/tcp` */
export function describeOpening({target, family, sources}: Opening): string {
	const anyone = family === undefined ? 'anyone' : `anyone over IPv${family}`;
	const peers =
		sources === undefined
			? anyone
			: describePeers({kind: 'some', cidrs: sources.cidrs, names: []}, anyone);
	return 'port' in target
		? `${peers} may reach ${describeTarget(target)}`
		: `${describeTarget(target)} may come in`;
}

function describeTarget(target: Target): string {
	return 'port' in target ? `${target.port}/${target.protocol}` : target.protocol;
}

function targetOf(match: Match): Target | undefined {
	switch (match.kind) {
		case 'port':
			return {protocol: match.protocol, port: match.port};
		case 'icmp':
			return {protocol: match.family === 4 ? 'icmp' : 'ipv6-icmp'};
		case 'loopback':
		case 'replies':
		case 'everything':
			return undefined;
	}
}

function openingsTo(target: Target, {id, peers}: Permission): readonly Opening[] {
	return peers.kind === 'any'
		? [{rule: id, target}]
		: families.flatMap(family => {
				const cidrs = ofFamily(peers.cidrs, family);
				return cidrs.length === 0
					? []
					: [{rule: id, target, family, ...sourcesOf(id, family, cidrs)}];
			});
}

/** firewalld leaves an entry "/0" out of a set in silence: the whole family needs none. */
function sourcesOf(
	rule: string,
	family: Family,
	cidrs: readonly Cidr[],
): Pick<Opening, 'sources'> {
	return cidrs.some(({prefix}) => prefix === 0)
		? {}
		: {sources: {set: setName(rule, family), cidrs}};
}

/** ipset(8) takes at most 31 characters, and the id of an addition may be longer. */
const longestId = 31 - `${zone}--4`.length;

/** The rule that a set of ours belongs to, for people. */
export function ruleOfSet(set: string): string {
	return set.replace(new RegExp(`^${zone}-(.+)-[46]$`), '$1');
}

function setName(rule: string, family: Family): string {
	return `${zone}-${rule.length > longestId ? shortened(rule) : rule}-${family}`;
}

/** No id has an underscore, so what is shortened is never the whole of another. */
function shortened(rule: string): string {
	const digest = createHash('sha256').update(rule).digest('hex').slice(0, 8);
	return `${rule.slice(0, longestId - digest.length - 1)}_${digest}`;
}
