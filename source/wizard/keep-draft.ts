import type {Machine} from '../machine.js';
import type {Progress} from './progress.js';

/** Keeps a draft whenever something was answered or typed, while that may go on. */
export function draftKeeper(
	{drafts}: Pick<Machine, 'drafts'>,
	first: Progress,
): (progress: Progress) => void {
	let kept: Pick<Progress, 'draft' | 'typed'> = first;
	return progress => {
		const {draft, typed, place} = progress;
		const isOpen = place.at === 'step' || place.at === 'review';
		if (isOpen && (draft !== kept.draft || typed !== kept.typed)) {
			drafts.save({answers: draft, typed});
			kept = progress;
		}
	};
}
