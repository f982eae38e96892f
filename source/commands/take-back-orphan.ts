import type {Machine} from '../machine.js';
import type {TrialEnd} from '../transaction/follow-trial.js';

/** Takes back a trial whose guard is gone. */
export async function takeBackOrphan(machine: Machine): Promise<TrialEnd> {
	const lock = await machine.takeLock('"analytics-setup rollback"');
	const end = await takeBack(machine);
	await lock.release();
	return end;
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
