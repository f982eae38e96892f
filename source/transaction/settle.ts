import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import type {DraftStore} from '../answers/draft-store.js';
import type {AnswersStore} from '../answers/store.js';
import {Failure} from '../failure.js';
import type {Policy} from '../policy/policy.js';
import {readCandidate, removeOldGenerations} from './generations.js';
import type {NoteStep} from './journal.js';

export type SettleContext = {
	readonly state: string;
	/** Makes a policy come back after a restart. */
	readonly saveForBoot: (policy: Policy) => Promise<void>;
	readonly answers: AnswersStore;
	readonly drafts: DraftStore;
	readonly note: NoteStep;
};

/**
 * Makes a generation that was kept last: for the next start, and as the answers that the
 * wizard begins with. May be called again after an interruption.
 */
export async function settle(
	folder: string,
	{state, saveForBoot, answers, drafts, note}: SettleContext,
): Promise<void> {
	await note(folder, 'settling');
	const candidate = await readCandidate(folder);
	if (candidate === undefined) {
		throw new Failure('state.damaged', `The configuration in "${folder}" is damaged.`, {
			remedies: ['Run "analytics-setup apply" to write it anew.'],
		});
	}

	await saveForBoot(candidate.policy);
	await answers.save(candidate.answers);
	await drafts.discard();
	await rm(join(folder, 'before'), {recursive: true, force: true});
	await removeOldGenerations(state);
	await note(folder, 'settled');
}
