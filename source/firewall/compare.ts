import {isSameCidr} from '../addresses/cidr.js';
import {followedAmong} from '../policy/followed-names.js';
import type {Match, Peers, Permission, Policy} from '../policy/policy.js';
import type {InEffect} from './backend.js';

/** Which rule a permission belongs to, in which direction. */
export function keyOf({id, direction}: Pick<Permission, 'id' | 'direction'>): string {
	return `${direction} ${id}`;
}

/** Whether what is in effect is exactly what a policy asks for. */
export function isAsAsked(policy: Policy, inEffect: InEffect): boolean {
	return (
		isSame(policy.rules, inEffect.rules) &&
		isSameGuard(policy, inEffect) &&
		inEffect.oddities.length === 0
	);
}

/** Whether the same ports are guarded. */
export function isSameGuard(
	policy: Pick<Policy, 'guardedPorts'>,
	inEffect: Pick<InEffect, 'guardedPorts'>,
): boolean {
	const sorted = [policy, inEffect].map(({guardedPorts: ports}) =>
		ports.toSorted((a, b) => a - b).join(),
	);
	return sorted[0] === sorted[1];
}

/** Whether two lists of permissions permit the same, element by element. */
export function isSame(
	wanted: readonly Permission[],
	inEffect: readonly Permission[],
): boolean {
	const found = new Map(inEffect.map(permission => [keyOf(permission), permission]));
	return (
		wanted.length === inEffect.length &&
		inEffect.length === found.size &&
		wanted.every(permission => {
			const other = found.get(keyOf(permission));
			return (
				other !== undefined &&
				isSameMatch(permission.match, other.match) &&
				isSamePeers(permission.peers, other.peers)
			);
		})
	);
}

export function isSameMatch(a: Match, b: Match): boolean {
	return formatMatch(a) === formatMatch(b);
}

function isSamePeers(a: Peers, b: Peers): boolean {
	if (a.kind === 'any' || b.kind === 'any') {
		return a.kind === b.kind;
	}

	return (
		isSameList(followedIn(a), followedIn(b)) &&
		a.cidrs.length === b.cidrs.length &&
		a.cidrs.every((cidr, index) => {
			const other = b.cidrs[index];
			return other !== undefined && isSameCidr(cidr, other);
		})
	);
}

/** Which names are followed is compared, and not what they stand for just now. */
function followedIn(peers: Peers): readonly string[] {
	return [...new Set(followedAmong(peers).map(({name}) => name))].toSorted();
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((text, index) => text === b[index]);
}

/** The same text for the same match. */
export function formatMatch(match: Match): string {
	return match.kind === 'port'
		? [match.kind, match.protocol, match.port, match.sourcePort].join(' ')
		: match.kind === 'icmp'
			? [match.kind, match.family, match.types.toSorted((a, b) => a - b)].join(' ')
			: match.kind;
}
