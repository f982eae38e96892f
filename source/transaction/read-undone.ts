import {isThere} from '../host/files.js';
import {foldersIn} from './folders.js';
import {readSteps} from './journal.js';
import type {Undone} from './transactions.js';
import {readEnding, readRecord} from './trial-folder.js';

/** The trial that was rolled back last, when nothing came after it. */
export async function readLastUndone(state: string): Promise<Undone | undefined> {
	const {undone} = foldersIn(state);
	if (!(await isThere(undone))) {
		return undefined;
	}

	const [record, ending, steps] = await Promise.all([
		readRecord(undone),
		readEnding(undone, 'undone'),
		readSteps(undone),
	]);
	return {record, ending, isRestored: steps.has('restored')};
}
