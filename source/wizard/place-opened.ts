import type {Draft} from '../answers/schema.js';
import {firstUnanswered, type Place} from './place.js';
import type {WizardStep} from './step.js';

/** What is opened by a choice, or by its letter. */
export type OpenedPlace =
	| 'review'
	| 'results'
	| 'last-results'
	| 'generations'
	| 'knocks'
	| 'documents'
	| 'evidence';

type Here = {readonly place: Place; readonly draft: Draft};

/** Where opening something leads from here. */
export function placeOpened(
	steps: readonly WizardStep[],
	{place, draft}: Here,
	opened: OpenedPlace,
): Place {
	if (place.at === 'step') {
		// Only the review can be opened from a page, as soon as nothing is left to answer.
		return place.detourFrom?.at === 'review'
			? place.detourFrom
			: firstUnanswered(steps, draft);
	}

	switch (opened) {
		case 'review':
			return {at: 'review'};
		case 'results':
		case 'last-results':
			return {at: 'results', isFresh: opened === 'results'};
		case 'knocks':
			return {at: 'knocks', isFromResults: place.at === 'results'};
		case 'documents':
			return documentsFrom(place);
		case 'generations':
		case 'evidence':
			return {at: opened};
	}
}

/** After an apply the answers are new, and their file is what is wanted first. */
function documentsFrom(place: Place): Place {
	const isApplied = place.at === 'results' && place.said !== undefined;
	return {
		at: 'documents',
		isFromResults: place.at === 'results',
		pointed: isApplied ? 'answers-file' : undefined,
	};
}
