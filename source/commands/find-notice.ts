import type {Machine} from '../machine.js';
import type {Pending, Undone} from '../transaction/transactions.js';

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

function describeUndone({ending, isRestored}: Undone): string {
	const time =
		ending === undefined ? '' : ` at ${ending.at.replace('T', ' ').slice(0, 16)} UTC`;
	const reason = ending?.kind === 'undone' ? ` ${ending.reason}` : '';
	return isRestored
		? `The last change was taken back${time}.${reason}`
		: `The last change was taken back${time}, but not everything could be put back.${reason} Run "analytics-setup rollback" to try again.`;
}
