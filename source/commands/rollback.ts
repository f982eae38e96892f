import {Failure} from '../failure.js';
import {flowOn} from '../flow/flow.js';
import {type Machine, openMachine} from '../machine.js';
import {generationRow} from '../transaction/describe-generation.js';
import {askedFor} from '../transaction/describe-trial.js';
import type {TrialEnd} from '../transaction/follow-trial.js';
import type {Generation} from '../transaction/generations.js';
import {describeProof} from '../transaction/trial.js';
import {carryOut, type TrialFlags, undoneFailure} from './carry-out.js';
import type {ServerFlags} from './flags.js';
import {lockForChange} from './lock-for-change.js';
import {print, printJson} from './output.js';
import {duringStage} from './progress.js';
import {takeBackOrphan} from './take-back-orphan.js';

type RollbackFlags = ServerFlags &
	TrialFlags & {
		/** A kept generation to go back to. */
		readonly to?: number;
		readonly list?: true;
	};

/** Ends a pending trial, or goes back to a configuration that was kept. */
export async function rollback(flags: RollbackFlags): Promise<void> {
	refuseWithoutTo(flags);
	const machine = await openMachine({root: flags.root, backend: flags.backend});
	if (flags.list) {
		listGenerations(await machine.transactions.generations(), flags);
	} else if (flags.to === undefined) {
		sayUndone(await duringStage('take-back', () => undoPending(machine)), flags);
	} else {
		await goBackTo(flags.to, machine, flags);
	}
}

/** What is taken back, or listed, needs no trial of its own. */
function refuseWithoutTo({to, confirm, shutOut}: RollbackFlags): void {
	const flag = confirm ? '--shut-out' : '--no-confirm';
	if (to === undefined && (!confirm || shutOut !== undefined)) {
		throw new Failure(
			'usage',
			`${flag} is about going back to a generation, so it needs --to.`,
		);
	}
}

async function undoPending(machine: Machine): Promise<TrialEnd> {
	const {transactions, person} = machine;
	const [pending, undone] = await Promise.all([
		transactions.pending(),
		transactions.lastUndone(),
	]);
	if (pending?.trial !== undefined) {
		pending.trial.undo(person, askedFor(person));
		return pending.trial.ended;
	}

	if (pending === undefined && undone?.isRestored !== false) {
		throw await nothingToUndo(machine);
	}

	return takeBackOrphan(machine);
}

async function nothingToUndo({transactions}: Machine): Promise<Failure> {
	const numbers = (await transactions.generations()).map(({number}) => number);
	return new Failure('trial.none', 'Nothing is on trial.', {
		remedies:
			numbers.length < 2
				? []
				: [
						`To go back to an earlier configuration: analytics-setup rollback --to ${numbers[1]}`,
						'To see them all: analytics-setup rollback --list',
					],
	});
}

function sayUndone(end: TrialEnd, {json}: RollbackFlags): void {
	if (end.ending.kind === 'kept') {
		throw new Failure(
			'trial.none',
			`Too late: the new rules are kept, ${describeProof(end.ending.proof)}.`,
		);
	}

	if (end.problems.length > 0) {
		throw undoneFailure(end);
	}

	if (json) {
		printJson({schema: 1, ...end.ending, problems: end.problems});
	} else {
		print('The old rules are back.');
	}
}

async function goBackTo(
	number: number,
	machine: Machine,
	flags: RollbackFlags,
): Promise<void> {
	const lock = await lockForChange(machine, '"analytics-setup rollback"');
	const generation = await machine.transactions.generation(number);
	if (generation === undefined) {
		throw new Failure('usage', `There is no generation ${number}.`, {
			remedies: ['Run "analytics-setup rollback --list" to see those that are kept.'],
		});
	}

	const flow = flowOn(machine);
	const plan = await duringStage('plan', () => flow.planBack(generation));
	await carryOut({machine, flow, plan, answers: generation.answers, flags});
	await lock.release();
}

function listGenerations(
	generations: readonly Generation[],
	{json}: RollbackFlags,
): void {
	const list = generations.map(({number, record, ending}) => ({
		number,
		keptAt: ending.at,
		by: ending.by,
		proof: ending.proof,
		changes: record.changes,
	}));
	if (json) {
		printJson({schema: 1, generations: list});
		return;
	}

	print(
		list.length === 0 ? 'Nothing was kept yet.' : generations.map(describeRow).join('\n'),
	);
}

function describeRow(generation: Generation): string {
	return `${generationRow(generation)}, ${describeProof(generation.ending.proof)}`;
}
