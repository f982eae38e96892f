import {changedSections} from '../answers/changed-sections.js';
import type {SavedDraft} from '../answers/draft-store.js';
import type {Answers} from '../answers/schema.js';
import {steps} from './steps/index.js';

/**
 * What a session that was not finished has left, where the answers alone do not show it, a
 * sentence each.
 */
export function describeDraft(
	draft: SavedDraft | undefined,
	saved: Answers | undefined,
): readonly string[] {
	if (draft === undefined) {
		return [];
	}

	const isUnapplied =
		saved !== undefined &&
		changedSections({...saved, ...draft.answers}, saved).length > 0;
	const titles = steps
		.filter(({id}) => Object.hasOwn(draft.typed, id))
		.map(({title}) => `"${title}"`);
	return [
		...(isUnapplied
			? ['Answers were changed before, and are not applied: the settings show them.']
			: []),
		...(titles.length > 0
			? [`What was typed on ${titles.join(' and ')} is still there.`]
			: []),
	];
}
