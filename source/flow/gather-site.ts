import {type Address, formatAddress} from '../addresses/address.js';
import {readEndpoint} from '../addresses/peer.js';
import {proxyTarget} from '../answers/proxy-url.js';
import type {Answers} from '../answers/schema.js';
import {catalogue, isJudgedByRows} from '../catalogue/catalogue.js';
import {ownAddresses} from '../host/facts.js';
import {byServer, gravest, type Look} from '../host/resolver.js';
import type {Machine} from '../machine.js';
import {namesToResolve} from '../policy/compile.js';
import type {ProbeNetwork} from '../probes/network.js';
import type {ProbeRun} from '../probes/probe-result.js';
import {targetsFor} from '../probes/target.js';
import {rotationOf} from '../reports/rotation.js';
import type {NameSaid, Pointer, Site, SiteName} from '../reports/site.js';
import {version} from '../version.js';
import type {Plan} from './plan.js';

export type SiteParts = {
	readonly answers: Answers;
	readonly run: ProbeRun | undefined;
	/** What an apply of the answers would change. */
	readonly plan: Plan;
	readonly machine: Machine;
	readonly network: Pick<ProbeNetwork, 'resolve' | 'namesOf'>;
};

/** Puts together everything that a report tells of. */
export async function gatherSite(parts: SiteParts): Promise<Site> {
	const {answers, run, plan, machine, network} = parts;
	const {facts, backend} = machine;
	const addresses = facts.addresses.toSorted((a, b) => a.family - b.family);
	// All are asked for at the same time: a silent DNS is waited for once.
	const names = Promise.all(namesIn(answers).map(name => lookAt(name, run, network)));
	const pointers = Promise.all(addresses.map(address => pointerOf(address, network)));
	const changed = new Set(plan.changes.map(({rule}) => rule));
	const isEnforced = backend.name === 'nftables';
	return {
		answers,
		rules: plan.policy.rules.map(rule => ({
			...rule,
			isInEffect: isEnforced && !changed.has(rule.id),
		})),
		changes: plan.changes,
		run,
		server: {hostname: answers.server.hostname, from: ownAddresses(facts)},
		addresses: addresses.map(formatAddress),
		pointers: await pointers,
		resolvers: machine.resolversFor(answers).map(formatAddress),
		names: await names,
		backend: backend.name,
		isEnforced: isEnforced && plan.changes.length === 0,
		rulesPlace: backend.place,
		answersPlace: machine.answers.path,
		version,
		moment: new Date(machine.now()).toISOString(),
	};
}

/** Every name that a firewall, or this server, has to find in the DNS. */
function namesIn(answers: Answers): readonly string[] {
	const proxy = answers.proxy.url === null ? undefined : proxyTarget(answers.proxy.url);
	const tried = catalogue
		.filter(row => row.direction === 'outbound' && !isJudgedByRows(row))
		.flatMap(row => targetsFor(row, answers))
		.flatMap(({kind, host}) => (kind === 'host' ? [readEndpoint(host).value] : []));
	const found = [...tried, proxy?.host];
	return [
		...new Set([
			answers.server.hostname,
			...namesToResolve(catalogue, answers),
			...found.flatMap(end => (end?.kind === 'name' ? [end.name] : [])),
		]),
	];
}

async function lookAt(
	name: string,
	run: ProbeRun | undefined,
	{resolve}: Pick<ProbeNetwork, 'resolve'>,
): Promise<SiteName> {
	const answer = await resolve(name);
	const addresses =
		answer.outcome === 'answered' ? answer.addresses.map(formatAddress) : [];
	return {
		name,
		addresses,
		said: byServer(answer.looks).map(saidBy),
		rotation: rotationOf(name, addresses, run),
	};
}

async function pointerOf(
	address: Address,
	{namesOf}: Pick<ProbeNetwork, 'namesOf'>,
): Promise<Pointer> {
	const answer = await namesOf(address);
	const names = answer.outcome === 'answered' ? answer.names : [];
	return {address: formatAddress(address), outcome: answer.outcome, names};
}

/** What one server said about both kinds of addresses. */
function saidBy(looks: readonly Look[]): NameSaid {
	const addresses = looks.flatMap(look => look.addresses).map(formatAddress);
	const server = looks[0]?.server ?? '';
	if (addresses.length > 0) {
		return {server, outcome: 'answered', addresses};
	}

	const isPending = looks.every(({outcome}) => outcome === 'pending');
	const outcome = isPending ? 'pending' : gravest(looks.map(look => look.outcome));
	return {server, outcome, addresses};
}
