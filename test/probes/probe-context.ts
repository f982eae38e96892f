import type {Address} from '../../source/addresses/address.js';
import {type Answers, answersSchema} from '../../source/answers/schema.js';
import {catalogue} from '../../source/catalogue/catalogue.js';
import type {InEffect} from '../../source/firewall/backend.js';
import {compilePolicy} from '../../source/policy/compile.js';
import type {Policy} from '../../source/policy/policy.js';
import type {ProbeContext} from '../../source/probes/probe-context.js';
import {exampleAnswers, exampleFacts} from '../helpers/recorded-machine.js';
import {addressOf, type NetworkRecord, recordedNetwork} from './recorded-network.js';

export type ContextRecord = {
	readonly answers?: Partial<Answers>;
	/** What the names of the answers stand for when the policy is compiled. */
	readonly names?: ReadonlyMap<string, readonly Address[]>;
	readonly network?: NetworkRecord;
	readonly inEffect?: (policy: Policy) => InEffect;
	/** What is in effect when it is asked for again; the same unless told. */
	readonly inEffectLater?: (policy: Policy) => InEffect;
	readonly signal?: AbortSignal;
};

/** A run over the example's answers, on a recorded network. */
export function probeContext({
	answers: changes,
	names = new Map([
		['mssql.uni.edu', [addressOf('10.60.0.11')]],
		['aa2.uni.edu', [addressOf('10.30.0.11')]],
	]),
	network = {},
	inEffect,
	inEffectLater = inEffect,
	signal = new AbortController().signal,
}: ContextRecord = {}): ProbeContext & {readonly asked: readonly string[]} {
	// As every answer comes: through the schema, which leaves spaces around it out.
	const answers = answersSchema.parse({...exampleAnswers, ...changes});
	const policy = compilePolicy({catalogue, answers, names, facts: exampleFacts});
	const asked: string[] = [];
	return {
		asked,
		answers,
		policy: Promise.resolve(policy),
		inEffect: inEffect?.(policy),
		readInEffect: async () => inEffectLater?.(policy),
		network: recordedNetwork(network, asked),
		from: {4: '10.10.0.10', 6: '2001:db8:10::10'},
		resolvers: [addressOf('10.62.0.53')],
		waysOut: {families: [4, 6], lack: undefined},
		signal,
	};
}

/** All the rules of a policy in effect, changed as a test wants. */
export function asInEffect(
	change: (rules: InEffect['rules']) => InEffect['rules'] = rules => rules,
) {
	return ({rules, guardedPorts}: Policy): InEffect => ({
		rules: change(rules.map(rule => ({...rule, packets: 0}))),
		guardedPorts,
		oddities: [],
	});
}
