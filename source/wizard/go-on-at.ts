import type {Start} from './app.js';
import {jumpTo} from './detour.js';
import {firstUnanswered, type Place} from './place.js';
import {begin, type Progress} from './progress.js';
import {steps} from './steps/index.js';

/** The name of a page on which something may be half done; other places begin anew. */
export function pageOf(place: Place): string | undefined {
	if (place.at === 'review') {
		return place.generation === undefined ? place.at : undefined;
	}

	return place.at === 'step' ? place.step.id : undefined;
}

/** A wizard that goes on at the page on which another session was. */
export function goOnAt(progress: Progress, page: string | undefined): Progress {
	const next = firstUnanswered(steps, progress.draft);
	if (page === 'review' && next.at === 'review') {
		return {...progress, place: next};
	}

	const step = steps.find(({id}) => id === page);
	return step === undefined ? progress : {...progress, place: jumpTo(steps, next, step)};
}

/** How far a wizard is when it begins. */
export function beginAt({
	draft: {answers, typed},
	isConfigured,
	isInEffect,
	page,
}: Pick<Start, 'draft' | 'isConfigured' | 'isInEffect' | 'page'>): Progress {
	return goOnAt(begin({draft: answers, typed, isConfigured, isInEffect}), page);
}
