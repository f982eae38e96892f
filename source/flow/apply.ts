import type {Address} from '../addresses/address.js';
import type {Answers} from '../answers/schema.js';
import {Failure} from '../failure.js';
import type {Machine} from '../machine.js';
import type {ProbeResult} from '../probes/probe-result.js';
import {
	type TrialRequest,
	type TrialStage,
	trialStages,
} from '../transaction/begin-trial.js';
import {pendingFailure} from '../transaction/describe-trial.js';
import type {Trial} from '../transaction/open-trial.js';
import {type Comparison, compareProbes} from './compare-probes.js';
import type {Plan, ShutOut} from './plan.js';
import {shutOutFailure} from './shut-out-failure.js';
import {wouldChange} from './would-change.js';

/** The stages of an apply, in their order. */
export const applyStages = ['check', 'rehearse', 'try', ...trialStages] as const;
export type ApplyStage = 'check' | 'rehearse' | 'try' | TrialStage;

export type ApplyOptions = {
	/** How long the new rules stay without being kept. */
	readonly seconds: number;
	/** Those who are known to be shut out by it. */
	readonly accepted: readonly Address[];
	readonly onStage: (stage: ApplyStage) => void;
};

/** What came of an apply. */
export type Applied =
	/** Everything was as the plan asks already. */
	| {readonly outcome: 'unchanged'}
	/** The files backend has its files; `hasChanged` where they, or the answers, were others. */
	| {readonly outcome: 'written'; readonly hasChanged: boolean}
	/** The rules were in effect already, and are kept anew: with other answers, or for the next start. */
	| {readonly outcome: 'adopted'; readonly problems: readonly string[]}
	| {
			readonly outcome: 'on-trial';
			readonly trial: Trial;
			/** Whether what worked before still works. */
			readonly comparison: Promise<Comparison>;
	  };

/** What an apply asks of the probes. */
export type TryOut = {
	/** The outbound connections that work now. */
	readonly whatWorks: () => Promise<readonly ProbeResult[]>;
	/** The same ones again. */
	readonly again: (before: readonly ProbeResult[]) => Promise<readonly ProbeResult[]>;
};

/**
 * Puts a plan into effect, on trial. Before anything changes it is checked by the kernel
 * and rehearsed; afterwards its guard takes it back unless somebody keeps it.
 * @throws Failure `lock-out`, `busy` or another one when nothing was changed, and
 * `firewall.failed` when everything was put back
 */
export async function applyPlan(
	plan: Plan,
	answers: Answers,
	machine: Machine,
	tryOut: TryOut,
	options: ApplyOptions,
): Promise<Applied> {
	const {backend, transactions} = machine;
	if (backend.name === 'files') {
		const hasChanged = await wouldChange(plan, answers, machine);
		await backend.write(plan.policy);
		await machine.answers.save(answers);
		await machine.drafts.discard();
		return {outcome: 'written', hasChanged};
	}

	refuseShutOut(plan.shutOut, options.accepted);
	await refuseWhilePending(machine);
	refuseProblems(await transactions.recover());
	const work = {plan, answers, machine, tryOut, options};
	return plan.changes.length === 0 ? keepAsItIs(work) : tryPlan(work);
}

type Work = {
	readonly plan: Plan;
	readonly answers: Answers;
	readonly machine: Machine;
	readonly tryOut: TryOut;
	readonly options: ApplyOptions;
};

async function tryPlan(work: Work): Promise<Applied> {
	const {plan, machine, tryOut, options} = work;
	const {onStage} = options;
	onStage('check');
	const before = tryOut.whatWorks();
	// It goes on beside the checks; a fault of theirs must not leave it unheard.
	before.catch(() => undefined);
	for (const layer of plan.layers) {
		await layer.check(plan.policy);
	}

	onStage('rehearse');
	await machine.rehearse(plan.policy);
	onStage('try');
	const worked = await before;
	const trial = await machine.transactions.begin(requestOf(work), onStage);
	const comparison = tryOut.again(worked).then(after => compareProbes(worked, after));
	comparison.catch(() => undefined);
	return {outcome: 'on-trial', trial, comparison};
}

/** No rule changes: what is in effect needs no trial, but may need to be written down. */
async function keepAsItIs(work: Work): Promise<Applied> {
	const {plan, answers, machine} = work;
	return (await wouldChange(plan, answers, machine))
		? {outcome: 'adopted', problems: await machine.transactions.adopt(requestOf(work))}
		: {outcome: 'unchanged'};
}

function requestOf({plan, answers, machine, options}: Work): TrialRequest {
	return {
		policy: plan.policy,
		answers,
		changes: plan.changes.map(({action, text}) => `${action}: ${text}`),
		by: machine.person,
		seconds: options.seconds,
		layers: plan.layers,
	};
}

function refuseShutOut(shutOut: readonly ShutOut[], accepted: readonly Address[]): void {
	const failure = shutOutFailure(shutOut, accepted);
	if (failure !== undefined) {
		throw failure;
	}
}

/** What was left half done must be whole before anything comes on top of it. */
function refuseProblems(problems: readonly string[]): void {
	if (problems.length > 0) {
		throw new Failure(
			'firewall.failed',
			`The change before this one could not be finished: ${problems.join(' ')}`,
			{remedies: ['Run "analytics-setup rollback" to try again.']},
		);
	}
}

/** Two trials cannot be told apart, nor taken back in order. */
async function refuseWhilePending({transactions}: Machine): Promise<void> {
	const pending = await transactions.pending();
	pending?.trial?.close();
	if (pending?.trial !== undefined) {
		throw pendingFailure(pending.trial);
	}
}
