import type {Lock} from '../host/lock.js';
import type {Machine} from '../machine.js';
import {pendingFailure} from '../transaction/describe-trial.js';

/**
 * Takes the lock of whoever changes this server. A pending trial says more about why not
 * than the lock of the session that began it.
 * @throws Failure `busy`
 */
export async function lockForChange(machine: Machine, doing: string): Promise<Lock> {
	const pending = await machine.transactions.pending();
	if (pending?.trial !== undefined) {
		pending.trial.close();
		throw pendingFailure(pending.trial);
	}

	return machine.takeLock(doing);
}
