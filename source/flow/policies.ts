import type {Answers} from '../answers/schema.js';
import {catalogue} from '../catalogue/catalogue.js';
import type {InEffect} from '../firewall/backend.js';
import type {Machine} from '../machine.js';
import {compilePolicy, namesToResolve} from '../policy/compile.js';
import {addressesByName, followedNames, withAddresses} from '../policy/followed-names.js';
import type {Policy, ResolvedNames} from '../policy/policy.js';
import type {ProbeNetwork} from '../probes/network.js';
import type {Generation} from '../transaction/generations.js';

/** The policies of answers, with what their names stand for. */
export type Policies = {
	/** @param known what some of the names stand for; the others are looked up */
	readonly compile: (
		answers: Answers,
		network: ProbeNetwork,
		known?: ResolvedNames,
	) => Promise<Policy>;
	readonly policyFor: (answers: Answers) => Promise<Policy>;
	/**
	 * The same, but a name that the kernel follows stands for what the kernel has of it.
	 * Looked up here, it would be permitted what it is told.
	 */
	readonly policyNow: (
		answers: Answers,
		inEffect: InEffect | undefined,
	) => Promise<Policy>;
	/** Of a kept configuration: what its followed names stood for then is not kept with it. */
	readonly policyBack: (generation: Generation) => Promise<Policy>;
};

export function policiesOn(machine: Machine): Policies {
	const compile: Policies['compile'] = async (answers, network, known = new Map()) => {
		const names = namesToResolve(catalogue, answers).filter(name => !known.has(name));
		return compilePolicy({
			catalogue,
			answers,
			names: new Map([...known, ...(await lookUp(names, network))]),
			facts: machine.facts,
		});
	};

	return {
		compile,
		policyFor: answers => compile(answers, machine.networkFor(answers)),
		async policyNow(answers, inEffect) {
			const known = addressesByName(inEffect?.rules ?? []);
			return compile(answers, machine.networkFor(answers), known);
		},
		async policyBack({policy, answers}) {
			const network = machine.networkFor(answers);
			return withAddresses(policy, await lookUp(followedNames(policy), network));
		},
	};
}

async function lookUp(
	names: readonly string[],
	{resolve}: Pick<ProbeNetwork, 'resolve'>,
): Promise<ResolvedNames> {
	const found = await Promise.all(
		names.map(async name => {
			const answer = await resolve(name);
			return [name, answer.outcome === 'answered' ? answer.addresses : []] as const;
		}),
	);
	return new Map(found);
}
