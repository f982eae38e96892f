import type {Address} from '../addresses/address.js';
import {readEndpoint} from '../addresses/peer.js';
import type {Connection, Protocol} from '../catalogue/connection.js';
import {explain, type PortPacket} from '../policy/explain.js';
import type {Permission} from '../policy/policy.js';
import {refusalOf} from '../policy/refused-address.js';
import {ruleForName} from '../policy/rule-for-name.js';
import {type Errand, portOf, type Way} from './talk.js';

/** What the rules in effect here let out. */
export type PermittedHere = {
	readonly way: (way: Way) => boolean;
	/** Whether they permit the name that a way leads to, whose addresses come and go. */
	readonly name: (way: Way) => boolean;
	/** Questions to the DNS servers. */
	readonly dns: boolean;
};

/** Undefined where nothing of ours is in effect, so that everything is let out. */
type Rules = {readonly rules: readonly Permission[]} | undefined;

export function permittedHere(
	{protocol}: Pick<Connection, 'protocol'>,
	errand: Errand,
	{
		inEffect,
		resolvers,
	}: {readonly inEffect: Rules; readonly resolvers: readonly Address[]},
): PermittedHere {
	return {
		way: way =>
			isLetOut(inEffect, {peer: way.address, protocol, port: portOf(way, errand)}),
		name: way =>
			inEffect !== undefined &&
			followedName(inEffect, way, errand, protocol) !== undefined,
		dns: mayAskDns({inEffect, resolvers}),
	};
}

/** Whether the rules in effect here let questions to the DNS out. */
export function mayAskDns({
	inEffect,
	resolvers,
}: {
	readonly inEffect: Rules;
	readonly resolvers: readonly Address[];
}): boolean {
	return (
		resolvers.length === 0 ||
		resolvers.some(peer => isLetOut(inEffect, {peer, protocol: 'udp', port: 53}))
	);
}

/**
 * Whether a policy lets a way out once it is in effect: by its address, or by a name that
 * may have it.
 */
export function willBeLetOut(
	policy: {readonly rules: readonly Permission[]},
	way: Way,
	errand: Errand,
	protocol: Protocol,
): boolean {
	const name = followedName(policy, way, errand, protocol);
	return (
		isLetOut(policy, {peer: way.address, protocol, port: portOf(way, errand)}) ||
		(name !== undefined && refusalOf(name, way.address) === undefined)
	);
}

/** The name that a way leads to, where rules permit it by its name. */
function followedName(
	{rules}: {readonly rules: readonly Permission[]},
	way: Way,
	errand: Errand,
	protocol: Protocol,
): string | undefined {
	const end = way.via === 'proxy' ? way.proxy.host : readEndpoint(errand.host).value;
	if (end?.kind !== 'name') {
		return undefined;
	}

	const {name} = end;
	const rule = ruleForName(rules, {name, protocol, port: portOf(way, errand)});
	return rule && name;
}

function isLetOut(rules: Rules, packet: Omit<PortPacket, 'direction'>): boolean {
	return (
		rules === undefined ||
		explain(rules, {...packet, direction: 'outbound'}).verdict === 'accept'
	);
}
