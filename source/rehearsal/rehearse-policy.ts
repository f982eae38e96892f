import {fillNames} from '../firewall/fill-names.js';
import {renderRuleset} from '../firewall/ruleset.js';
import type {HostFacts} from '../host/facts.js';
import type {InboundConnection} from '../host/tcp-table.js';
import type {Policy} from '../policy/policy.js';
import {refuseContradictions} from './contradiction.js';
import {rehearsalFor} from './rehearsal.js';
import {type RehearseOptions, rehearse} from './rehearse.js';

/**
 * Sends real packets through the rules of a policy, in a network of their own.
 * @throws Failure `firewall.refused`
 */
export async function rehearsePolicy(
	policy: Policy,
	{
		facts,
		connections,
		...options
	}: RehearseOptions & {
		readonly facts: HostFacts;
		readonly connections: readonly InboundConnection[];
	},
): Promise<void> {
	const clients = connections.map(({peer, port}) => ({address: peer, port}));
	const rehearsal = rehearsalFor(policy, {facts, clients});
	const script = `${renderRuleset(policy, [])}${fillNames(policy.rules)}`;
	refuseContradictions(await rehearse(rehearsal, script, options));
}
