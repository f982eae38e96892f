import {Failure} from '../failure.js';
import type {Machine} from '../machine.js';
import type {TrialEnd} from '../transaction/follow-trial.js';
import type {Trial} from '../transaction/open-trial.js';

/** How a trial ends, for whoever holds the lock and takes the place of a guard that is gone. */
export async function endOfTrial(
	trial: Pick<Trial, 'ended' | 'record'>,
	{transactions}: Pick<Machine, 'transactions'>,
): Promise<TrialEnd> {
	try {
		return await trial.ended;
	} catch (error) {
		if (error instanceof Failure && error.code === 'guard.missing') {
			const problems = await transactions.recover();
			return {ending: await transactions.endingOf(trial.record), problems};
		}

		throw error;
	}
}
