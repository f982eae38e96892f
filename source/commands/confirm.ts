import process from 'node:process';
import {Failure} from '../failure.js';
import type {Machine} from '../machine.js';
import {openMachine} from '../machine.js';
import {connectionsBefore} from '../transaction/describe-trial.js';
import {findProof} from '../transaction/find-proof.js';
import type {TrialEnd} from '../transaction/follow-trial.js';
import {type Trial, untilOnTrial} from '../transaction/open-trial.js';
import {describeProof, type Proof} from '../transaction/trial.js';
import {undoneFailure} from './carry-out.js';
import type {JsonFlag, ServerFlags} from './flags.js';
import {print, printJson, tell} from './output.js';
import {duringStage} from './progress.js';
import {takeBackOrphan} from './take-back-orphan.js';

type ConfirmFlags = ServerFlags & JsonFlag & {readonly withoutProof?: true};

/** Keeps the rules that are on trial. */
export async function confirm(flags: ConfirmFlags): Promise<void> {
	const machine = await openMachine({root: flags.root, backend: flags.backend});
	const pending = await machine.transactions.pending();
	if (pending === undefined) {
		throw await nothingToKeep(machine);
	}

	const {trial} = pending;
	if (trial === undefined) {
		throw undoneFailure(await takeBackOrphan(machine));
	}

	await untilOnTrial(trial);
	const {ending, problems} = await duringStage('keep', () =>
		keepFromHere(trial, machine, flags),
	);
	if (ending.kind === 'undone') {
		throw undoneFailure({ending, problems});
	}

	problems.forEach(tell);
	const {number} = trial.record;
	if (flags.json) {
		printJson({schema: 1, generation: number, ...ending, problems});
	} else {
		print(`Kept as generation ${number}, ${describeProof(ending.proof)}.`);
	}
}

async function keepFromHere(
	trial: Trial,
	machine: Machine,
	flags: ConfirmFlags,
): Promise<TrialEnd> {
	try {
		trial.keep(machine.person, await proofHere(machine, trial, flags));
		return await trial.ended;
	} finally {
		// Whoever is refused has no reason to wait for the end of the trial.
		trial.close();
	}
}

async function proofHere(
	{sshSession, inboundConnections}: Machine,
	trial: Trial,
	{withoutProof}: ConfirmFlags,
): Promise<Proof> {
	if (withoutProof) {
		return {kind: 'none'};
	}

	const standpoint = {
		session: sshSession,
		hasTerminal: process.stdin.isTTY,
		open: await inboundConnections(),
	};
	return findProof(standpoint, connectionsBefore(trial.news()));
}

async function nothingToKeep({transactions}: Machine): Promise<Failure> {
	const [undone, newest] = await Promise.all([
		transactions.lastUndone(),
		transactions.newest(),
	]);
	if (undone?.ending?.kind === 'undone') {
		const {at, reason} = undone.ending;
		const time = at.replace('T', ' ').slice(0, 19);
		return new Failure(
			'trial.undone',
			`Too late: the old rules are back since ${time} UTC. ${reason}`,
			{remedies: ['Run "analytics-setup apply" to try the new ones again.']},
		);
	}

	return new Failure(
		'trial.none',
		newest === undefined
			? 'Nothing is on trial.'
			: `Nothing is on trial; generation ${newest.number} is kept.`,
	);
}
