import type {Endpoint} from '../addresses/peer.js';
import type {Answers} from '../answers/schema.js';
import type {Machine} from '../machine.js';
import {troubleWithName} from '../names/describe-name.js';
import {type Explanation, explain, type PortPacket} from '../policy/explain.js';
import {
	type ExplainedAddress,
	explainName,
	type NamePacket,
} from '../policy/explain-name.js';
import {addressesByName} from '../policy/followed-names.js';
import type {Permission, Rule} from '../policy/policy.js';
import {readKernelRules} from './kernel-rules.js';
import type {Policies} from './policies.js';

/** What somebody wants to know: would this connection begin? */
export type Errand = Pick<PortPacket, 'direction' | 'protocol' | 'port'> & {
	/** The other machine. */
	readonly place: Endpoint;
	readonly answers: Answers;
	/** Whether that is about what these answers would permit, whatever is in effect. */
	readonly isAboutAnswers: boolean;
};

export type ErrandExplained = Omit<Explanation, 'rule'> & {
	readonly rule: Pick<Rule, 'id' | 'usage'> | undefined;
	/** Whether the kernel does so now, rather than that it would. */
	readonly isInEffect: boolean;
	readonly addresses: readonly ExplainedAddress[];
	/** What is wrong with following the name, a sentence. */
	readonly trouble: string | undefined;
};

type Place = Pick<Machine, 'backend' | 'names' | 'networkFor' | 'now'>;

/**
 * Goes by what the kernel has, where something is in effect: an address that a followed name
 * has elsewhere does not pass, and looking one up here would permit what it is told.
 *
 * @param policyNow what answers ask for, with what followed names stand for in the kernel
 */
export async function explainErrand(
	errand: Errand,
	machine: Place,
	policyNow: Policies['policyNow'],
): Promise<ErrandExplained> {
	const inEffect = await readKernelRules(machine);
	const policy = await policyNow(errand.answers, inEffect);
	const isInEffect = inEffect !== undefined && !errand.isAboutAnswers;
	const rules = isInEffect ? inEffect.rules : policy.rules;
	const {trouble, ...explained} = await explainPlace(
		errand,
		{rules, held: inEffect?.rules ?? []},
		machine,
	);
	const {rule} = explained;
	const found = policy.rules.find(
		({id, direction}) => id === rule?.id && direction === errand.direction,
	);
	return {
		...explained,
		rule: rule && {id: rule.id, usage: found?.usage ?? ''},
		isInEffect,
		trouble,
	};
}

type Rules = {
	readonly rules: readonly Permission[];
	/** Those in the kernel. */
	readonly held: readonly Permission[];
};

async function explainPlace(
	errand: Errand,
	{rules, held}: Rules,
	machine: Place,
): Promise<ReturnType<typeof explainName> & {readonly trouble: string | undefined}> {
	const {place, direction, protocol, port} = errand;
	const traffic = {direction, protocol, port};
	if (place.kind === 'address') {
		const {address} = place;
		const said = explain({rules}, {...traffic, peer: address});
		return {...said, addresses: [{address, ...said}], trouble: undefined};
	}

	const {name} = place;
	const {trouble, ...now} = await addressesOf(name, errand.answers, held, machine);
	return {...explainName({rules}, {...traffic, name, ...now}), trouble};
}

type NameNow = Pick<NamePacket, 'addresses' | 'fault'> & {
	readonly trouble: string | undefined;
};

async function addressesOf(
	name: string,
	answers: Answers,
	held: readonly Permission[],
	{names, networkFor, now}: Place,
): Promise<NameNow> {
	const known = addressesByName(held).get(name);
	if (known === undefined) {
		const answer = await networkFor(answers).resolve(name);
		return answer.outcome === 'answered'
			? {addresses: answer.addresses, trouble: undefined}
			: {addresses: [], fault: words[answer.outcome], trouble: undefined};
	}

	const report = await names?.report();
	const followed = report?.names.find(each => each.name === name);
	// Programs are told those that are refused, too.
	const refused = followed?.refused.map(({address}) => address) ?? [];
	return {
		addresses: [...known, ...refused],
		trouble: followed && troubleWithName(followed, now()),
	};
}

const words = {
	nxdomain: 'no such name',
	'no-address': 'the DNS knows it without one',
	servfail: 'the look-up fails',
	refused: 'the DNS refuses to answer',
	timeout: 'the DNS does not answer',
	'no-server': 'no DNS server is known',
} as const;
