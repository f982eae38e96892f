import {foldersIn} from './folders.js';
import {guardSocket} from './guard.js';
import {findGuard} from './guard-link.js';
import {openTrial} from './open-trial.js';
import type {Pending} from './transactions.js';
import {readRecord} from './trial-folder.js';

/** The trial that is there. */
export async function readPending(state: string, run: string): Promise<Pending> {
	const record = await readRecord(foldersIn(state).trial);
	const socket = guardSocket(run);
	const link = record && (await findGuard(socket));
	const trial = link && (await openTrial(link, {state, socket, record}));
	return {record, trial};
}
