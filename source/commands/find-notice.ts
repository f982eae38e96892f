import type {Machine} from '../machine.js';
import {describeUndone} from '../transaction/describe-undone.js';
import type {Pending} from '../transaction/transactions.js';

/**
 * Takes back what a guard that is gone has left, and says what became of the last change,
 * a sentence each. Only for whoever holds the lock.
 */
export async function findNotice(
	{transactions}: Pick<Machine, 'transactions'>,
	pending: Pending | undefined,
): Promise<readonly string[]> {
	const problems = pending === undefined ? [] : await transactions.recover();
	const undone = await transactions.lastUndone();
	return [...(undone === undefined ? [] : [describeUndone(undone)]), ...problems];
}
