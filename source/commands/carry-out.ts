import process from 'node:process';
import type {Answers} from '../answers/schema.js';
import {exitCode} from '../exit-code.js';
import {Failure} from '../failure.js';
import type {Applied} from '../flow/apply.js';
import type {Comparison} from '../flow/compare-probes.js';
import {endOfTrial} from '../flow/end-of-trial.js';
import type {Flow} from '../flow/flow.js';
import type {Plan} from '../flow/plan.js';
import type {Machine} from '../machine.js';
import {describePending, timeLeft} from '../transaction/describe-trial.js';
import type {TrialEnd} from '../transaction/follow-trial.js';
import type {Trial} from '../transaction/open-trial.js';
import type {JsonFlag, ShutOutFlag} from './flags.js';
import {tell} from './output.js';
import {duringStage, duringStages, tellEvent} from './progress.js';
import {sayOutcome} from './say-outcome.js';

/** The flags of the commands that change the rules. */
export type TrialFlags = JsonFlag &
	ShutOutFlag & {
		/** False after `--no-confirm`. */
		readonly confirm: boolean;
		readonly confirmWithin: number;
	};

type Work = {
	readonly machine: Machine;
	readonly flow: Flow;
	readonly plan: Plan;
	readonly answers: Answers;
	readonly flags: TrialFlags;
};

/** How long unattended rules stay without being kept, in seconds, while all is compared. */
const unattendedSeconds = 60;

/** Puts a plan into effect for a command, waits for its end, and says what came of it. */
export async function carryOut(work: Work): Promise<void> {
	const {machine, flow, plan, answers, flags} = work;
	plan.policy.warnings.forEach(tell);
	const interruption = new AbortController();
	const applied = await duringStages(begin =>
		flow.apply(plan, answers, {
			seconds: flags.confirm ? flags.confirmWithin : unattendedSeconds,
			accepted: flags.shutOut ?? [],
			onStage(stage) {
				begin(stage);
				if (stage === 'save-old') {
					listenToSignals(interruption);
				}
			},
		}),
	);
	const end =
		applied.outcome === 'on-trial'
			? await endUnless(interruption.signal, applied, work)
			: undefined;
	if (end?.ending.kind === 'undone') {
		throw undoneFailure(end);
	}

	sayOutcome({machine, plan, applied, end}, flags);
}

/** For as long as going away would leave a trial behind. */
function listenToSignals(interruption: AbortController): void {
	// Not `once`: whoever looks after child processes raises a signal again that nobody
	// listens to any more.
	process.on('SIGINT', () => interruption.abort());
	for (const signal of ['SIGHUP', 'SIGTERM'] as const) {
		// A session that ends leaves the trial to its guard.
		process.on(signal, () => process.exit(exitCode.interrupted));
	}
}

type OnTrial = Extract<Applied, {outcome: 'on-trial'}>;

/** How a trial ends; whoever interrupts it has it taken back. */
async function endUnless(
	interrupted: AbortSignal,
	applied: OnTrial,
	{machine, flags}: Work,
): Promise<TrialEnd> {
	tellTrial(applied.trial, machine);
	const undo = () => applied.trial.undo(machine.person, 'Interrupted.');
	interrupted.addEventListener('abort', undo, {once: true});
	if (interrupted.aborted) {
		undo();
	}

	const end = await (flags.confirm ? awaitConfirmation : keepUnattended)(
		applied,
		machine,
	);
	const {ending, problems} = end;
	if (interrupted.aborted && ending.kind === 'undone' && problems.length === 0) {
		throw new Failure('interrupted', 'Interrupted; the old rules are back.');
	}

	return end;
}

function tellTrial({record: {number}, news}: Trial, {now}: Machine): void {
	const left = timeLeft(news());
	if (left !== undefined) {
		const expiresAt = new Date(now() + left).toISOString();
		tellEvent({event: 'trial', generation: number, expiresAt});
	}
}

/** Nobody is there to ask: what broke a connection is taken back. */
async function keepUnattended(
	{trial, comparison}: OnTrial,
	machine: Machine,
): Promise<TrialEnd> {
	const {person} = machine;
	const {broken} = await duringStage('compare', () => comparison);
	if (broken.length === 0) {
		trial.keep(person, {kind: 'unattended'});
	} else {
		trial.undo(person, describeBroken({broken}));
	}

	return endOfTrial(trial, machine);
}

async function awaitConfirmation(
	{trial, comparison}: OnTrial,
	machine: Machine,
): Promise<TrialEnd> {
	tell(describePending(trial));
	tell('Log in again from another window and type: analytics-setup confirm');
	comparison.then(
		({worked, broken}) =>
			tell(
				broken.length === 0
					? `${worked} connections that worked before still work.`
					: `${describeBroken({broken})} "analytics-setup rollback" puts the old rules back.`,
			),
		() => undefined,
	);
	return endOfTrial(trial, machine);
}

function describeBroken({broken}: Pick<Comparison, 'broken'>): string {
	const names = broken.map(
		({destination, port, protocol}) => `${destination} ${port}/${protocol}`,
	);
	return `Worked before and not any more: ${names.join(', ')}.`;
}

/** What whoever asked for new rules that are gone is told. */
export function undoneFailure({ending, problems}: TrialEnd): Failure {
	const reason = ending.kind === 'undone' ? ending.reason : '';
	return problems.length === 0
		? new Failure('trial.undone', `The old rules are back. ${reason}`)
		: new Failure(
				'trial.undone',
				[`The old rules could not be put back whole. ${reason}`, ...problems].join(' '),
				{
					remedies: [
						'Run "analytics-setup rollback" to try again, and "analytics-setup status" to see what is in effect.',
					],
				},
			);
}
