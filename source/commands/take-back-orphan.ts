import {Failure} from '../failure.js';
import type {Machine} from '../machine.js';
import {readEnd, type TrialEnd} from '../transaction/follow-trial.js';
import type {Trial} from '../transaction/open-trial.js';

/** Takes back a trial whose guard is gone. */
export async function takeBackOrphan(machine: Machine): Promise<TrialEnd> {
	const lock = await machine.takeLock('"analytics-setup rollback"');
	const end = await takeBack(machine);
	await lock.release();
	return end;
}

/** How a trial ends, for whoever holds the lock and takes the place of a guard that is gone. */
export async function endOf(
	trial: Trial,
	{paths: {state}, transactions}: Pick<Machine, 'paths' | 'transactions'>,
): Promise<TrialEnd> {
	try {
		return await trial.ended;
	} catch (error) {
		if (error instanceof Failure && error.code === 'guard.missing') {
			const problems = await transactions.recover();
			return readEnd({state, record: trial.record}, problems);
		}

		throw error;
	}
}

async function takeBack({transactions}: Machine): Promise<TrialEnd> {
	const problems = await transactions.recover();
	const undone = await transactions.lastUndone();
	const ending = undone?.ending ?? {
		kind: 'undone',
		at: new Date().toISOString(),
		reason: 'They were not kept.',
	};
	return {ending, problems};
}
