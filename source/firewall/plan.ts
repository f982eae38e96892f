import type {Cidr} from '../addresses/cidr.js';
import {withoutCidrs} from '../addresses/cidr-list.js';
import {describePermission} from '../policy/describe.js';
import type {Peers, Permission, Policy} from '../policy/policy.js';
import {isSameMatch, keyOf} from './compare.js';

/** One difference between what is in effect and what the policy asks for, in words. */
export type Change = {
	readonly action: 'add' | 'remove' | 'change';
	/** The rule's id. */
	readonly rule: string;
	readonly text: string;
};

/** What an apply would change, rule by rule; empty when all is as the policy asks. */
export function planChanges(
	{rules}: Policy,
	inEffect: readonly Permission[],
): readonly Change[] {
	const found = new Map(inEffect.map(rule => [keyOf(rule), rule]));
	const wanted = new Set(rules.map(keyOf));
	return [
		...rules.flatMap(rule => changesTo(rule, found.get(keyOf(rule)))),
		...inEffect
			.filter(rule => !wanted.has(keyOf(rule)))
			.map(rule => change('remove', rule)),
	];
}

function changesTo(rule: Permission, found: Permission | undefined): readonly Change[] {
	if (found === undefined) {
		return [change('add', rule)];
	}

	if (!isSameMatch(rule.match, found.match) || rule.peers.kind !== found.peers.kind) {
		return [change('change', rule)];
	}

	const added = difference(rule.peers, found.peers);
	const removed = difference(found.peers, rule.peers);
	return [
		...(added.length === 0 ? [] : [change('add', withPeers(rule, added))]),
		...(removed.length === 0 ? [] : [change('remove', withPeers(found, removed))]),
	];
}

function change(action: Change['action'], permission: Permission): Change {
	return {
		action,
		rule: permission.id,
		text: `${describePermission(permission)}: ${permission.id}`,
	};
}

function difference(peers: Peers, others: Peers): readonly Cidr[] {
	return peers.kind === 'some' && others.kind === 'some'
		? withoutCidrs(peers.cidrs, others.cidrs)
		: [];
}

function withPeers(permission: Permission, cidrs: readonly Cidr[]): Permission {
	return {...permission, peers: {kind: 'some', cidrs, names: []}};
}
