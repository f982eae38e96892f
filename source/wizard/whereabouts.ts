import type {SessionView} from '../session/messages.js';
import {pageOf} from './go-on-at.js';
import type {Place} from './place.js';

/** What those who look on at a session need to know of the place where it is. */
export function whereabouts(
	place: Place,
): Pick<SessionView, 'page' | 'isOnTrial' | 'isApplied'> {
	return {
		page: pageOf(place) ?? null,
		isOnTrial: place.at === 'trial',
		isApplied: place.at === 'results' && place.said !== undefined,
	};
}
