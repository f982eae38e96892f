import {readFile} from 'node:fs/promises';
import type {Host} from '../../../test/campus/host.js';
import {processesWith} from '../../../test/system/outbound-by-name/processes-with.js';

/** Tells the milliseconds of CPU that a host's follower and its programs have used so far. */
export async function followerUse(host: Host): Promise<() => Promise<number>> {
	// startFollower calls the one by its bounds, and that one the other by a command.
	const pids = [
		...(await processesWith(host, '{}')),
		...(await processesWith(host, 'forward-names')),
	];
	return async () => {
		const each = await Promise.all(pids.map(ticksOf));
		return each.reduce((sum, ticks) => sum + ticks, 0) * millisecondsOfTick;
	};
}

/** USER_HZ is 100 on every Linux that there is. */
const millisecondsOfTick = 10;

/** Of a process and of those of its children that have ended. */
async function ticksOf(pid: number): Promise<number> {
	const text = await readFile(`/proc/${pid}/stat`, 'utf8');
	// The name of the program, in brackets, may be of several words.
	const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
	return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
}
