import {formatAddress, isSameAddress} from '../addresses/address.js';
import {explain} from '../policy/explain.js';
import {followedAmong, followedNames, withAddresses} from '../policy/followed-names.js';
import type {Policy, ResolvedName, ResolvedNames, Rule} from '../policy/policy.js';
import type {Observed, SeenDestination} from './observed.js';
import type {ObservedDestination, ObservedSummary} from './summary.js';

/**
 * What a policy would have permitted of what was observed, and what not. An address that
 * was told for a name counts as that name's, also where the DNS tells another one by now.
 */
export function summarise(
	{destinations, ...observed}: Observed,
	policy: Policy,
): ObservedSummary {
	const {rules} = withAddresses(policy, addressesOf(destinations, policy));
	const outbound = rules.filter(
		({direction, match}) => direction === 'outbound' && match.kind === 'port',
	);
	const byRule = Map.groupBy(destinations, seen => ruleFor(seen, outbound));
	return {
		...observed,
		connections: outbound.map(rule => ({
			rule,
			destinations: groupDestinations(byRule.get(rule) ?? [], rule),
		})),
		unknown: groupDestinations(byRule.get(undefined) ?? []),
	};
}

/** What each followed name stood for at any time. */
function addressesOf(
	destinations: readonly SeenDestination[],
	policy: Policy,
): ResolvedNames {
	const now = policy.rules.flatMap(({peers}) => followedAmong(peers));
	return new Map(
		followedNames(policy).map(name => {
			const told = destinations.filter(({names}) => names.includes(name));
			const known = now.filter(each => each.name === name);
			return [
				name,
				[
					...told.map(({address}) => address),
					...known.flatMap(({addresses}) => addresses),
				],
			];
		}),
	);
}

/** Of several rules that permit it, one that is about a name that was asked for. */
function ruleFor(seen: SeenDestination, rules: readonly Rule[]): Rule | undefined {
	const permitting = rules.filter(rule => permits(rule, seen));
	return permitting.find(rule => ownNames(seen, rule).length > 0) ?? permitting[0];
}

function permits(rule: Rule, {address, protocol, port}: SeenDestination): boolean {
	// From which port it went out was not counted.
	const sourcePort = rule.match.kind === 'port' ? rule.match.sourcePort : undefined;
	const packet = {direction: 'outbound', peer: address, protocol, port} as const;
	const {verdict} = explain(
		{rules: [rule]},
		sourcePort === undefined ? packet : {...packet, sourcePort},
	);
	return verdict === 'accept';
}

/** The names of a rule among those that were asked for. */
function ownNames({names}: SeenDestination, rule: Rule): readonly string[] {
	const own = peerNames(rule).map(({name}) => name);
	return names.filter(name => own.includes(name)).toSorted();
}

function peerNames({peers}: Rule): readonly ResolvedName[] {
	return peers.kind === 'any' ? [] : peers.names;
}

/** By name where there is one: its addresses change. What was answered last comes first. */
function groupDestinations(
	seen: readonly SeenDestination[],
	rule?: Rule,
): readonly ObservedDestination[] {
	const named = seen.map(each => ({...each, names: namesFor(each, rule)}));
	const groups = Map.groupBy(named, ({names, address, protocol, port}) =>
		[...(names.length > 0 ? names : [formatAddress(address)]), port, protocol].join(' '),
	);
	return [...groups.values()]
		.flatMap(group => group.slice(0, 1).map(one => joined(one, group)))
		.toSorted(
			(a, b) =>
				Number(b.isAnswered) - Number(a.isAnswered) ||
				b.last - a.last ||
				b.tries - a.tries,
		);
}

/** Of the names of a shared address, those that the rule is about. */
function namesFor(seen: SeenDestination, rule?: Rule): readonly string[] {
	const permitted = rule === undefined ? [] : peerNames(rule);
	const known = permitted.filter(({addresses}) =>
		addresses.some(address => isSameAddress(address, seen.address)),
	);
	const choices = [
		rule === undefined ? [] : ownNames(seen, rule),
		known.map(({name}) => name),
	];
	return choices.find(names => names.length > 0) ?? seen.names.toSorted();
}

function joined(
	{names, protocol, port}: SeenDestination,
	group: readonly SeenDestination[],
): ObservedDestination {
	return {
		...{names, protocol, port},
		addresses: group.map(({address}) => address),
		tries: group.reduce((sum, {tries}) => sum + tries, 0),
		isAnswered: group.some(({isAnswered}) => isAnswered),
		first: Math.min(...group.map(({first}) => first)),
		last: Math.max(...group.map(({last}) => last)),
	};
}
