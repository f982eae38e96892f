import {messageOf} from '../failure.js';
import type {Layer} from '../firewall/layer.js';
import {isThere} from '../host/files.js';
import {audit} from './audit-log.js';
import {foldersIn} from './folders.js';
import {newestGeneration} from './generations.js';
import {readSteps} from './journal.js';
import {rollBack} from './roll-back.js';
import {type SettleContext, settle} from './settle.js';
import type {Ending} from './trial.js';
import {readEnding, readRecord} from './trial-folder.js';

export type RecoverContext = SettleContext & {
	readonly layers: readonly Layer[];
	/** Makes a rollback that nobody asked for heard on every terminal. */
	readonly announce: (text: string) => Promise<void>;
	/** Brings what every login is told up to date; never fails. */
	readonly tellLogins: () => Promise<void>;
};

/**
 * Carries out what a rename has decided: puts everything back after a trial that was
 * undone, and makes the newest generation last. Where that is done already, does nothing.
 * @returns what could not be done, a sentence each
 */
export async function finishEndings(context: RecoverContext): Promise<readonly string[]> {
	const problems = [...(await finishUndone(context)), ...(await finishKept(context))];
	await context.tellLogins();
	return problems;
}

async function finishUndone(context: RecoverContext): Promise<readonly string[]> {
	const {undone} = foldersIn(context.state);
	if (!(await isThere(undone)) || (await readSteps(undone)).has('restored')) {
		return [];
	}

	const problems = await rollBack(undone, context);
	const unrecorded = await auditUndone(undone, context, problems);
	const ending = await readEnding(undone, 'undone');
	const all = [...problems, ...unrecorded];
	if (problems.length > 0) {
		const what = `The old firewall rules could not be put back whole: ${problems.join(' ')}`;
		await context.announce(`${what} Run "analytics-setup status".`);
	} else if (ending?.kind !== 'undone' || ending.by === undefined) {
		await context.announce(`The old firewall rules are back. ${reasonOf(ending)}`);
	}

	return all;
}

/** A disk that is full must not keep the news from being told. */
async function auditUndone(
	folder: string,
	{state}: RecoverContext,
	problems: readonly string[],
): Promise<readonly string[]> {
	try {
		const [record, ending] = await Promise.all([
			readRecord(folder),
			readEnding(folder, 'undone'),
		]);
		await audit(state, {event: 'undone', record, ending, problems});
		return [];
	} catch (error) {
		return [`The audit log could not be written: ${messageOf(error)}`];
	}
}

function reasonOf(ending: Ending | undefined): string {
	return ending?.kind === 'undone' ? ending.reason : 'They were not kept.';
}

async function finishKept(context: RecoverContext): Promise<readonly string[]> {
	const newest = await newestGeneration(context.state);
	if (newest === undefined || (await readSteps(newest.folder)).has('settled')) {
		return [];
	}

	const {record, ending, folder} = newest;
	try {
		await settle(folder, context);
		await audit(context.state, {event: 'kept', record, ending});
		return [];
	} catch (error) {
		return [
			`The new rules are kept, but could not be saved for the next start: ${messageOf(error)}`,
		];
	}
}
