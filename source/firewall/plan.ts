import {withoutCidrs} from '../addresses/cidr-list.js';
import {describePermission} from '../policy/describe.js';
import {followedAmong} from '../policy/followed-names.js';
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

	return [
		...changeBy('add', rule, difference(rule.peers, found.peers)),
		...changeBy('remove', found, difference(found.peers, rule.peers)),
	];
}

function changeBy(
	action: Change['action'],
	permission: Permission,
	peers: SomePeers,
): readonly Change[] {
	return peers.cidrs.length + peers.names.length === 0
		? []
		: [change(action, {...permission, peers})];
}

function change(action: Change['action'], permission: Permission): Change {
	return {
		action,
		rule: permission.id,
		text: `${describePermission(permission)}: ${permission.id}`,
	};
}

type SomePeers = Extract<Peers, {kind: 'some'}>;

function difference(peers: Peers, others: Peers): SomePeers {
	if (peers.kind === 'any' || others.kind === 'any') {
		return {kind: 'some', cidrs: [], names: []};
	}

	const known = new Set(followedAmong(others).map(({name}) => name));
	return {
		kind: 'some',
		cidrs: withoutCidrs(peers.cidrs, others.cidrs),
		names: followedAmong(peers).filter(({name}) => !known.has(name)),
	};
}
