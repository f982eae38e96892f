import type {Address} from '../addresses/address.js';
import type {Peers, Permission, Policy, ResolvedName, ResolvedNames} from './policy.js';
import {refusalOf} from './refused-address.js';

/** The names whose addresses come and go, each once, in alphabetical order. */
export function followedNames({
	rules,
}: {
	readonly rules: readonly Permission[];
}): readonly string[] {
	const names = rules.flatMap(({peers}) => followedAmong(peers).map(({name}) => name));
	return [...new Set(names)].toSorted();
}

/** The names among some peers that are followed. */
export function followedAmong(peers: Peers): readonly ResolvedName[] {
	return peers.kind === 'any' ? [] : peers.names.filter(({isFollowed}) => isFollowed);
}

/** The addresses that followed names stand for, as far as it is known and permitted. */
export function followedAddresses(peers: Peers): readonly Address[] {
	return followedAmong(peers).flatMap(permittedAddresses);
}

/** What each followed name stands for in some rules. */
export function addressesByName(rules: readonly Permission[]): ResolvedNames {
	return new Map(
		rules.flatMap(({peers}) =>
			followedAmong(peers).map(({name, addresses}) => [name, addresses] as const),
		),
	);
}

/** What whoever follows a name permits of it. */
export function permittedAddresses({
	name,
	addresses,
}: Pick<ResolvedName, 'name' | 'addresses'>): readonly Address[] {
	return addresses.filter(address => refusalOf(name, address) === undefined);
}

/** The same policy at another time: each name that is followed stands for these addresses. */
export function withAddresses(policy: Policy, names: ResolvedNames): Policy {
	return {
		...policy,
		rules: policy.rules.map(rule => ({...rule, peers: peersAt(rule.peers, names)})),
	};
}

function peersAt(peers: Peers, names: ResolvedNames): Peers {
	return peers.kind === 'any'
		? peers
		: {
				...peers,
				names: peers.names.map(each =>
					each.isFollowed ? {...each, addresses: names.get(each.name) ?? []} : each,
				),
			};
}
