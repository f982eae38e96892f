import {Failure} from '../failure.js';
import type {Machine} from '../machine.js';
import type {TrialEnd} from '../transaction/follow-trial.js';
import type {Trial} from '../transaction/open-trial.js';

/** How a trial ends, for whoever holds the lock: with its guard gone, it is taken back. */
export async function endOfTrial(
	trial: Pick<Trial, 'ended'>,
	machine: Pick<Machine, 'transactions'>,
): Promise<TrialEnd> {
	try {
		return await trial.ended;
	} catch (error) {
		if (error instanceof Failure && error.code === 'guard.missing') {
			return takeBack(machine);
		}

		throw error;
	}
}

/** Takes back a trial whose guard is gone. Only for whoever holds the lock. */
export async function takeBack({
	transactions,
}: Pick<Machine, 'transactions'>): Promise<TrialEnd> {
	const problems = await transactions.recover();
	const undone = await transactions.lastUndone();
	const ending = undone?.ending ?? {
		kind: 'undone',
		at: new Date().toISOString(),
		reason: 'They were not kept.',
	};
	return {ending, problems};
}
