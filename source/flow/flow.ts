import {type Address, formatAddress} from '../addresses/address.js';
import type {Answers} from '../answers/schema.js';
import {catalogue} from '../catalogue/catalogue.js';
import {Failure} from '../failure.js';
import {
	type ApplyStage,
	type Artefact,
	type InEffect,
	nothingInEffect,
} from '../firewall/backend.js';
import {type Change, planChanges} from '../firewall/plan.js';
import {mainAddress} from '../host/facts.js';
import type {Machine} from '../machine.js';
import {compilePolicy, namesToResolve} from '../policy/compile.js';
import {isLockedOut} from '../policy/lock-out.js';
import type {Policy} from '../policy/policy.js';
import type {ProbeNetwork} from '../probes/network.js';
import type {ProbeRun} from '../probes/probe-result.js';
import {type RunOptions, runProbes} from '../probes/run-probes.js';

export type Plan = {
	readonly policy: Policy;
	readonly changes: readonly Change[];
	/** The files that an apply would write. */
	readonly raw: readonly Artefact[];
	/** The SSH client that could not log in again after this, if there is one. */
	readonly lockedOut: Address | undefined;
};

export type ProbeOptions = Omit<RunOptions, 'now'> & {readonly signal: AbortSignal};

/**
 * What can be done with answers, in the order in which data runs: policy, plan, apply,
 * probe. Knows no screen.
 */
export type Flow = {
	readonly policyFor: (answers: Answers) => Promise<Policy>;
	readonly planFor: (answers: Answers) => Promise<Plan>;
	/**
	 * Puts the plan into effect and keeps the answers.
	 * @throws Failure `lock-out` before anything is touched
	 */
	readonly apply: (
		plan: Plan,
		answers: Answers,
		onStage: (stage: ApplyStage) => void,
	) => Promise<void>;
	/** Proves the connections, and keeps the results when all of them were asked for. */
	readonly probe: (answers: Answers, options: ProbeOptions) => Promise<ProbeRun>;
};

export function flowOn(machine: Machine): Flow {
	const compile = async (answers: Answers, {resolve}: ProbeNetwork) => {
		const names = await Promise.all(
			namesToResolve(answers).map(async name => {
				const answer = await resolve(name);
				return [name, answer.outcome === 'answered' ? answer.addresses : []] as const;
			}),
		);
		return compilePolicy({
			catalogue,
			answers,
			names: new Map(names),
			facts: machine.facts,
		});
	};

	const policyFor = (answers: Answers) => compile(answers, machine.networkFor(answers));

	return {
		policyFor,
		async planFor(answers) {
			const [policy, inEffect] = await Promise.all([
				policyFor(answers),
				machine.backend.readInEffect(),
			]);
			return {
				policy,
				changes: planChanges(policy, inEffect ?? nothingInEffect),
				raw: machine.backend.artefactsOf(policy),
				lockedOut: lockedOutClient(policy, machine),
			};
		},
		async apply({policy, lockedOut}, answers, onStage) {
			refuseLockOut(lockedOut);
			await machine.backend.apply(policy, onStage);
			await machine.answers.save(answers);
			await machine.drafts.discard();
		},
		async probe(answers, {signal, ...options}) {
			const network = machine.networkFor(answers);
			const context = {
				answers,
				policy: compile(answers, network),
				inEffect: await readKernelRules(machine),
				network,
				from: mainAddress(machine.facts) ?? machine.facts.hostname,
				resolvers: machine.resolversFor(answers),
				signal,
			};
			const run = await runProbes(context, {...options, now: machine.now});
			if (options.ids === undefined) {
				await machine.results.save(run);
			}

			return run;
		},
	};
}

/** Files that were only written keep nobody out. */
function lockedOutClient(
	policy: Policy,
	{backend, sshClient}: Machine,
): Address | undefined {
	return backend.name === 'nftables' &&
		sshClient !== undefined &&
		isLockedOut(policy, sshClient)
		? sshClient
		: undefined;
}

function refuseLockOut(client: Address | undefined): void {
	if (client !== undefined) {
		const address = formatAddress(client);
		throw new Failure(
			'lock-out',
			`You are connected from ${address}, and these rules would not let you log in again. Nothing was changed.`,
			{
				remedies: [
					`Add ${address} to the sources of remote support (support.sources) and enable it, or apply from the console.`,
				],
			},
		);
	}
}

async function readKernelRules({backend}: Machine): Promise<InEffect | undefined> {
	return backend.name === 'nftables' ? backend.readInEffect() : undefined;
}
