import {formatMoment} from '../moment.js';
import type {Undone} from './transactions.js';

/** What became of the last change that was taken back. */
export function describeUndone({ending, isRestored}: Undone): string {
	const time = ending === undefined ? '' : ` at ${formatMoment(ending.at)}`;
	const reason = ending?.kind === 'undone' ? ` ${ending.reason}` : '';
	return isRestored
		? `The last change was taken back${time}.${reason}`
		: `The last change was taken back${time}, but not everything could be put back.${reason} Run "analytics-setup rollback" to try again.`;
}
