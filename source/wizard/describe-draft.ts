import {isDeepStrictEqual} from 'node:util';
import {changedSections} from '../answers/changed-sections.js';
import type {SavedDraft} from '../answers/draft-store.js';
import type {Answers} from '../answers/schema.js';
import type {HostFacts} from '../host/facts.js';
import {steps} from './steps/index.js';

export type DraftContext = {
	readonly saved: Answers | undefined;
	/** Whether what was saved is not applied yet, so that nothing else compares with it. */
	readonly isCompared: boolean;
	readonly facts: HostFacts;
};

/**
 * What a session that was not finished has left, where the answers alone do not show it, a
 * sentence each.
 */
export function describeDraft(
	draft: SavedDraft | undefined,
	{saved, isCompared, facts}: DraftContext,
): readonly string[] {
	if (draft === undefined) {
		return [];
	}

	const isUnapplied =
		isCompared &&
		saved !== undefined &&
		changedSections({...saved, ...draft.answers}, saved).length > 0;
	const answers = {...saved, ...draft.answers};
	const titles = steps
		.filter(({id, valuesFrom}) => {
			const initial = valuesFrom(answers, facts);
			return Object.entries(draft.typed[id] ?? {}).some(
				([field, value]) => !isDeepStrictEqual(value, initial[field] ?? ''),
			);
		})
		.map(({title}) => `"${title}"`);
	return [
		...(isUnapplied
			? ['Answers were changed before, and are not applied: the settings show them.']
			: []),
		...(titles.length > 0
			? [`What was typed on ${namesInWords(titles)} is still there.`]
			: []),
	];
}

function namesInWords(names: readonly string[]): string {
	const [last = '', ...others] = names.toReversed();
	return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
}
