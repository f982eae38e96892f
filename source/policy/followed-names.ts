import type {Address} from '../addresses/address.js';
import type {Peers, Permission, Policy, ResolvedName, ResolvedNames} from './policy.js';

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

/** The addresses that followed names stand for, as far as it is known. */
export function followedAddresses(peers: Peers): readonly Address[] {
	return followedAmong(peers).flatMap(({addresses}) => addresses);
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
