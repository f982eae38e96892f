import type {Machine} from '../machine.js';
import type {Place} from './place.js';
import type {Progress} from './progress.js';

/** Keeps a draft whenever something was answered or typed, while that may go on. */
export function draftKeeper(
	{drafts}: Pick<Machine, 'drafts'>,
	first: Progress,
): (progress: Progress) => void {
	let kept: Pick<Progress, 'draft' | 'typed'> = first;
	return progress => {
		const {draft, typed, place} = progress;
		if (isDrafting(place) && (draft !== kept.draft || typed !== kept.typed)) {
			drafts.save({answers: draft, typed});
			kept = progress;
		}
	};
}

/** Whether somebody is answering, so that there is a draft to keep. */
export function isDrafting({at}: Place): boolean {
	return at === 'step' || at === 'review';
}
