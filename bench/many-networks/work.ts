import process from 'node:process';
import {type Cidr, cidrOf} from '../../source/addresses/cidr.js';
import {rulesetLayer} from '../../source/firewall/ruleset-layer.js';
import {runCommand} from '../../source/host/command.js';
import {explain} from '../../source/policy/explain.js';
import type {Policy} from '../../source/policy/policy.js';
import {policyFromJson, policyToJson} from '../../source/policy/stored-policy.js';
import {findRule, sampleAnswers, samplePolicy} from '../../test/helpers/sample.js';
import {manyNetworks} from './many-networks.js';

// A process of its own for one list of viewers' networks: given how many, and "apply" where
// it may change the kernel. Tells `WorkTimes` as JSON.

/** In milliseconds. */
export type WorkTimes = {
	/** The answers as they were typed into a policy. */
	readonly compile: number;
	/** A thousand packets, of which each comes from one of the networks. */
	readonly explain: number;
	/** The policy as it is saved, and read again. */
	readonly save: number;
	/** Undefined where the kernel was left alone. */
	readonly kernel: KernelTimes | undefined;
	/** The most memory that it had, in megabytes. */
	readonly peak: number;
};

export type KernelTimes = {
	readonly check: number;
	readonly load: number;
	readonly readBack: number;
};

const questions = 1000;
const [count, mode] = process.argv.slice(2);
const answers = sampleAnswers({viewers: {subnets: [...manyNetworks(Number(count))]}});

const start = performance.now();
const policy = samplePolicy({answers});
const compile = performance.now() - start;
const asked = networksToAsk(policy);
const times: Omit<WorkTimes, 'peak'> = {
	compile,
	explain: await timeOf(() => asked.map(mustPass)),
	save: await timeOf(() => policyFromJson(policyToJson(policy))),
	kernel: mode === 'apply' ? await putIntoEffect() : undefined,
};
const peak = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({...times, peak} satisfies WorkTimes));

async function putIntoEffect(): Promise<KernelTimes> {
	const layer = rulesetLayer(runCommand, '/');
	return {
		check: await timeOf(() => layer.check(policy)),
		load: await timeOf(() => layer.load(policy)),
		readBack: await timeOf(() => layer.verify(policy)),
	};
}

function networksToAsk(from: Policy): readonly Cidr[] {
	const peers = findRule(from, 'viewers')?.peers;
	const cidrs = peers?.kind === 'some' ? peers.cidrs : [];
	return Array.from({length: questions}, (_, index) => {
		const cidr = cidrs[(index * 7919) % cidrs.length];
		return cidr ?? cidrOf({family: 4, value: 0n});
	});
}

function mustPass({family, first}: Cidr): void {
	const traffic = {direction: 'inbound', protocol: 'tcp', port: 9999} as const;
	const {verdict} = explain(policy, {...traffic, peer: {family, value: first}});
	if (verdict !== 'accept') {
		throw new Error('A network of the list does not pass.');
	}
}

async function timeOf(work: () => unknown): Promise<number> {
	const begun = performance.now();
	await work();
	return performance.now() - begun;
}
