import type {Cidr} from '../addresses/cidr.js';
import {withoutCidrs} from '../addresses/cidr-list.js';
import {describePermission} from '../policy/describe.js';
import type {Peers, Permission, Policy} from '../policy/policy.js';
import type {InEffect} from './backend.js';
import {isSameGuard, isSameMatch, keyOf} from './compare.js';

/** One difference between what is in effect and what the policy asks for, in words. */
export type Change = {
	readonly action: 'add' | 'remove' | 'change';
	/** The rule's id. */
	readonly rule: string;
	readonly text: string;
};

/** What an apply would change, rule by rule; empty when all is as the policy asks. */
export function planChanges(policy: Policy, inEffect: InEffect): readonly Change[] {
	const found = new Map(inEffect.rules.map(rule => [keyOf(rule), rule]));
	const wanted = new Set(policy.rules.map(keyOf));
	return [
		...policy.rules.flatMap(rule => changesTo(rule, found.get(keyOf(rule)))),
		...inEffect.rules
			.filter(rule => !wanted.has(keyOf(rule)) || found.get(keyOf(rule)) !== rule)
			.map(rule => change('remove', rule)),
		...refusalChanges(policy, inEffect),
	];
}

/** What is wrong beside the rules, where any of them are in effect. */
function refusalChanges(policy: Policy, inEffect: InEffect): readonly Change[] {
	const isUnguarded = inEffect.rules.length > 0 && !isSameGuard(policy, inEffect);
	const texts = [
		...(isUnguarded
			? ['open connections are let on before their sources are judged']
			: []),
		...inEffect.oddities,
	];
	return texts.map(text => ({action: 'change', rule: 'refused', text}));
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
