import process from 'node:process';
import type {Address} from '../addresses/address.js';
import type {Answers} from '../answers/schema.js';
import {exitCode} from '../exit-code.js';
import {Failure} from '../failure.js';
import type {Applied} from '../flow/apply.js';
import type {Comparison} from '../flow/compare-probes.js';
import {endOfTrial} from '../flow/end-of-trial.js';
import type {Flow} from '../flow/flow.js';
import type {Plan} from '../flow/plan.js';
import type {Machine} from '../machine.js';
import {describePending} from '../transaction/describe-trial.js';
import type {TrialEnd} from '../transaction/follow-trial.js';
import {describeProof} from '../transaction/trial.js';
import type {JsonFlag} from './flags.js';
import {print, printJson, tell} from './output.js';

/** The flags of the commands that change the rules. */
export type TrialFlags = JsonFlag & {
	/** False after `--no-confirm`. */
	readonly confirm: boolean;
	readonly confirmWithin: number;
	readonly shutOut?: readonly Address[];
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
	const {flow, plan, answers, flags} = work;
	plan.policy.warnings.forEach(tell);
	const interruption = new AbortController();
	const applied = await flow.apply(plan, answers, {
		seconds: flags.confirm ? flags.confirmWithin : unattendedSeconds,
		accepted: flags.shutOut ?? [],
		onStage(stage) {
			// From here on, going away would leave a trial behind. Not `once`: whoever looks
			// after child processes raises a signal again that nobody listens to any more.
			if (stage === 'save-old') {
				process.on('SIGINT', () => interruption.abort());
				for (const signal of ['SIGHUP', 'SIGTERM'] as const) {
					// A session that ends leaves the trial to its guard.
					process.on(signal, () => process.exit(exitCode.interrupted));
				}
			}
		},
	});
	const end =
		applied.outcome === 'on-trial'
			? await endUnless(interruption.signal, applied, work)
			: undefined;
	if (end?.ending.kind === 'undone') {
		throw undoneFailure(end);
	}

	sayOutcome(work, applied, end);
}

type OnTrial = Extract<Applied, {outcome: 'on-trial'}>;

/** How a trial ends; whoever interrupts it has it taken back. */
async function endUnless(
	interrupted: AbortSignal,
	applied: OnTrial,
	{machine, flags}: Work,
): Promise<TrialEnd> {
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

/** Nobody is there to ask: what broke a connection is taken back. */
async function keepUnattended(
	{trial, comparison}: OnTrial,
	machine: Machine,
): Promise<TrialEnd> {
	const {person} = machine;
	const {broken} = await comparison;
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

function sayOutcome(
	{machine, plan, flags}: Work,
	applied: Applied,
	end: TrialEnd | undefined,
): void {
	const {name, place} = machine.backend;
	const problems =
		applied.outcome === 'adopted' ? applied.problems : (end?.problems ?? []);
	problems.forEach(tell);
	if (problems.length > 0) {
		process.exitCode = exitCode.unexpected;
	}

	if (flags.json) {
		printJson({
			schema: 1,
			backend: name,
			applied: name === 'nftables',
			place,
			changes: plan.changes,
			generation:
				applied.outcome === 'on-trial' ? applied.trial.record.number : undefined,
			proof: end?.ending.kind === 'kept' ? end.ending.proof : undefined,
		});
		return;
	}

	const {length} = plan.changes;
	const amount =
		length === 0 ? 'Nothing changed' : length === 1 ? 'One change' : `${length} changes`;
	print(
		name === 'files'
			? `${amount}; written to ${place}. Nothing takes effect on this server.`
			: `${amount}; in effect now, and after a restart.${keptAs(end, applied)}`,
	);
}

function keptAs(end: TrialEnd | undefined, applied: Applied): string {
	return end?.ending.kind === 'kept' && applied.outcome === 'on-trial'
		? ` Generation ${applied.trial.record.number}, ${describeProof(end.ending.proof)}.`
		: '';
}
