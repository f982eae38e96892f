import {followedAmong, followedNames} from '../policy/followed-names.js';
import type {Permission, Policy} from '../policy/policy.js';
import {leaseInUse, nameSet} from './name-sets.js';

/** Where the other end stands in a packet. */
export const peerFields = {inbound: 'saddr', outbound: 'daddr'} as const;

const families = [
	{number: 4, word: 'ip'},
	{number: 6, word: 'ip6'},
] as const;
/** An address family, and how a packet of it is called. */
export type PeerFamily = (typeof families)[number];

/** With what such a match does to the set itself. */
type PeerMatch = {readonly peer: string; readonly renewal: string};

/** How the peers of a rule are looked at: one match a family for each set they are in. */
export function peerMatches(rule: Permission): readonly PeerMatch[] {
	if (rule.peers.kind === 'any') {
		return [{peer: '', renewal: ''}];
	}

	const {peers, direction} = rule;
	return families.flatMap(family => {
		const end = `${family.word} ${peerFields[direction]}`;
		const fixed = {peer: `${end} @${setName(rule, family)}`, renewal: ''};
		const followed = followedAmong(peers).map(({name}) => {
			const set = `@${nameSet(name, family.number)}`;
			return {peer: `${end} ${set}`, renewal: renewalOf(rule, `${set} { ${end}`)};
		});
		return hasFixedPeers(rule) ? [fixed, ...followed] : followed;
	});
}

/**
 * A TCP connection stays open when its address has run out. What goes on without one is
 * renewed by each packet: a time server is asked for weeks, and looked up once.
 */
function renewalOf({match}: Permission, element: string): string {
	return match.kind === 'port' && match.protocol === 'udp'
		? `update ${element} timeout ${leaseInUse}s }`
		: '';
}

/** A rule for nobody has an empty set; one whose names are all followed needs none. */
function hasFixedPeers({peers}: Permission): boolean {
	return (
		peers.kind === 'some' && (peers.cidrs.length > 0 || followedAmong(peers).length === 0)
	);
}

export function setName({id}: Permission, family: PeerFamily): string {
	return `${id}-${family.number}`;
}

/** The names of the sets that a policy needs. */
export function setNames(policy: Policy): readonly string[] {
	return [
		...setsOf(policy).map(({rule, family}) => setName(rule, family)),
		...followedNames(policy).flatMap(name => [nameSet(name, 4), nameSet(name, 6)]),
	];
}

/** The sets of fixed peers, one a family. */
export function setsOf({rules}: Policy) {
	return rules
		.filter(hasFixedPeers)
		.flatMap(rule => families.map(family => ({rule, family})));
}
