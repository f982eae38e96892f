import type {Marks} from '../../../reports/marks.js';
import {hintFor} from '../../letters.js';
import type {Hint} from '../../widgets/hints.js';
import type {Acts} from './acts-on-result.js';

/** The keys that fit, those of the row first; the help names all of them. */
export function resultHints(
	{message, login, canTry}: Acts,
	marks: Pick<Marks, 'arrows' | 'separator'>,
	width: number,
): readonly Hint[] {
	const always = {weight: 0, isOffered: true};
	const hints: ReadonlyArray<{
		readonly hint: Hint;
		/** Those with more are left out first. */
		readonly weight: number;
		readonly isOffered: boolean;
	}> = [
		{hint: [marks.arrows, 'move'], weight: 7, isOffered: true},
		{hint: ['Enter', 'evidence'], ...always},
		{hint: hintFor('l'), weight: 0, isOffered: login !== undefined},
		{hint: hintFor('m'), weight: 1, isOffered: message !== undefined},
		{hint: hintFor('t', 'try'), weight: 1, isOffered: canTry},
		{hint: hintFor('p'), weight: 2, isOffered: true},
		{hint: hintFor('w'), weight: 3, isOffered: true},
		{hint: hintFor('d'), weight: 5, isOffered: true},
		{hint: hintFor('s'), weight: 5, isOffered: true},
		{hint: ['/', 'search'], weight: 6, isOffered: true},
		{hint: ['?', 'help'], ...always},
		{hint: ['Esc', 'back'], weight: 4, isOffered: true},
		{hint: hintFor('q'), ...always},
	];
	const offered = hints.filter(({isOffered}) => isOffered);
	const most = Math.max(
		...[7, 6, 5, 4, 3, 2, 1, 0].filter(
			limit =>
				widthOf(
					offered.filter(({weight}) => weight <= limit),
					marks,
				) <= width,
		),
		0,
	);
	return offered.filter(({weight}) => weight <= most).map(({hint}) => hint);
}

function widthOf(
	hints: ReadonlyArray<{readonly hint: Hint}>,
	{separator}: Pick<Marks, 'separator'>,
): number {
	const words = hints.map(({hint: [key, does]}) => key.length + 1 + does.length);
	const between = separator.length + 2;
	return words.reduce((sum, width) => sum + width, (hints.length - 1) * between);
}
