import {readFile} from 'node:fs/promises';
import {names, openManyNames, refresh} from './many-names.js';
import {processesWith} from './processes-with.js';

// The CPU that a refresh of 1,000 names with 50 addresses each takes, of all our processes.

const rounds = 8;

/** Seconds of CPU that these processes and their children have used. */
async function secondsOf(pids: readonly number[]): Promise<number> {
	const ticks = await Promise.all(
		pids.map(async pid => {
			const text = await readFile(`/proc/${pid}/stat`, 'utf8');
			// The name of the program, in brackets, may be of several words.
			const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
			return fields.slice(11, 15).reduce((sum, each) => sum + Number(each), 0);
		}),
	);
	return ticks.reduce((sum, each) => sum + each, 0) / 100;
}

const site = await openManyNames();
try {
	const {appliance} = site.campus.hosts;
	const pids = [
		...(await processesWith(appliance, '{}')),
		...(await processesWith(appliance, 'forward-names')),
	];
	for (let round = 1; round <= rounds; round += 1) {
		const before = await secondsOf(pids);
		const answered = await refresh(site);
		const used = (await secondsOf(pids)) - before;
		console.log(
			`${round}: ${used.toFixed(2)} s for ${answered} of ${names.length} names`,
		);
	}
} finally {
	await site.campus.close();
}
