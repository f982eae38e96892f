import {quoted} from '../../addresses/quoted.js';
import {inFigures} from '../../in-figures.js';
import {counted} from '../../reports/counted.js';
import type {ListEdit} from './list-changes.js';

/** What came of a paste or an import, in one line; undefined when there is nothing to tell. */
export function describeArrived(
	{arrived, entries}: Pick<ListEdit, 'arrived' | 'entries'>,
	faults: ReadonlyMap<number, string>,
): string | undefined {
	if (arrived === undefined) {
		return undefined;
	}

	const {at, count, known, leftOut} = arrived;
	if (count + known === 0) {
		return 'There are no entries in it.';
	}

	const unread = [...faults.keys()].filter(index => index >= at && index < at + count);
	const first = quoted(entries[unread[0] ?? at] ?? '');
	return [
		count === 0 ? 'Nothing added' : `${counted(count, 'entry', 'entries')} added`,
		known > 0 && `${counted(known, 'was', 'were')} there already`,
		unread.length > 0 &&
			`${inFigures(unread.length)} cannot be read (the first: ${first})`,
		leftOut > 0 && `${counted(leftOut, 'other word', 'other words')} left out`,
	]
		.filter(part => part !== false)
		.join(', ');
}
