import {type Address, formatAddress} from '../addresses/address.js';
import {type Explanation, explain, type PortPacket} from './explain.js';
import type {Permission} from './policy.js';
import {ruleForName} from './rule-for-name.js';

/** A connection between this server and whatever a name stands for. */
export type NamePacket = Omit<PortPacket, 'peer' | 'sourcePort'> & {
	readonly name: string;
	/** What it stands for now. */
	readonly addresses: readonly Address[];
	/** Why that is nothing, a few words. */
	readonly fault?: string | undefined;
};

export type ExplainedAddress = Explanation & {readonly address: Address};

/** What is said of a name, and of each of its addresses. */
export type NameExplanation = Explanation & {
	readonly addresses: readonly ExplainedAddress[];
};

/**
 * Whether a program that connects by name gets through whichever address it is told: one
 * that does not pass makes it fail now and then.
 */
export function explainName(
	policy: {readonly rules: readonly Permission[]},
	packet: NamePacket,
): NameExplanation {
	const {name, addresses: peers, direction, protocol, port} = packet;
	// Names may share their addresses: the rule that follows this one is meant, then.
	const own = direction === 'outbound' ? ruleForName(policy.rules, packet) : undefined;
	const rules = own === undefined ? policy.rules : [own, ...policy.rules];
	const addresses = peers.map(address => ({
		address,
		...explain({rules}, {direction, protocol, port, peer: address}),
	}));
	const [refused] = addresses.filter(({verdict}) => verdict === 'drop');
	const rule = addresses.find(each => each.rule !== undefined)?.rule;
	if (addresses.length === 0) {
		const reason = reasonForNowhere(policy, packet);
		return {verdict: 'drop', rule: undefined, reason, addresses};
	}

	if (refused === undefined) {
		const reason = `The rule "${rule?.id}" permits ${countOf(addresses)} "${name}" has now.`;
		return {verdict: 'accept', rule, reason, addresses};
	}

	const reason =
		rule === undefined
			? `Nothing permits ${countOf(addresses)} "${name}" has now. ${refused.reason}`
			: `The rule "${rule.id}" permits some of the addresses that "${name}" has now, but not ${formatAddress(refused.address)}${othersIn(addresses)}.`;
	return {verdict: 'drop', rule: undefined, reason, addresses};
}

function reasonForNowhere(
	{rules}: {readonly rules: readonly Permission[]},
	{name, direction, protocol, port, fault}: NamePacket,
): string {
	const nowhere = `"${name}" has no address now${fault === undefined ? '' : ` (${fault})`}`;
	if (direction === 'inbound') {
		return `${nowhere}.`;
	}

	const rule = ruleForName(rules, {name, protocol, port});
	return rule === undefined
		? `${nowhere}, and no rule follows it on ${port}/${protocol}.`
		: `${nowhere}. The rule "${rule.id}" follows it, and permits it from the moment that it has one.`;
}

function countOf({length}: readonly unknown[]): string {
	return length === 1 ? 'the only address that' : `the ${length} addresses that`;
}

function othersIn(addresses: readonly ExplainedAddress[]): string {
	const others = addresses.filter(({verdict}) => verdict === 'drop').length - 1;
	return others === 0 ? '' : ` and ${others} more`;
}
