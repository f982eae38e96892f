import type {Marks} from '../../../reports/marks.js';
import {hintFor} from '../../letters.js';
import type {Hint} from '../../widgets/hints.js';
import type {ReviewItem} from './review-items.js';

export type HintOptions = {
	readonly marks: Pick<Marks, 'arrows'>;
	/** Whether there is something to apply. */
	readonly isReady: boolean;
	readonly isWritten: boolean;
	readonly isEarlier: boolean;
	readonly isNarrow: boolean;
};

/** What Enter does is said where it does something. The help names the keys that do not fit. */
export function reviewHints(
	item: ReviewItem | undefined,
	{marks, isReady, isWritten, isEarlier, isNarrow}: HintOptions,
): readonly Hint[] {
	return [
		...(item?.leadsTo === undefined
			? ([[marks.arrows, 'move']] as const)
			: ([['Enter', `change ${item.leadsTo.title}`]] as const)),
		...(isReady
			? [hintFor('a', isWritten ? 'write' : 'apply'), hintFor('r', 'raw')]
			: []),
		...(isEarlier || isNarrow ? [] : [hintFor('s')]),
		['?', 'help'],
		...(isNarrow ? [] : ([['/', 'search']] as const)),
		['Esc', 'back'],
	];
}
