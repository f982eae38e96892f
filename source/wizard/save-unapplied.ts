import type {Answers} from '../answers/schema.js';
import type {AnswersStore} from '../answers/store.js';
import {messageOf} from '../failure.js';

/** Saves answers without applying them, and says what came of it. */
export async function saveUnapplied(
	store: Pick<AnswersStore, 'save' | 'path'>,
	answers: Answers,
): Promise<string> {
	try {
		await store.save(answers);
		return `Saved, and nothing applied: ${store.path}`;
	} catch (error) {
		return `Not saved: ${messageOf(error)}`;
	}
}
