import {type Place, stepAt} from './place.js';
import type {Reviewed} from './reviewed.js';
import type {WizardStep} from './step.js';

type Here = {readonly place: Place; readonly isConfigured: boolean};

/** Where Esc leads. */
export function placeBefore(steps: readonly WizardStep[], here: Here): Place {
	const {place} = here;
	switch (place.at) {
		case 'step':
			return place.detourFrom ?? stepBefore(steps, here, place.step);
		case 'review':
			return place.generation === undefined
				? stepBefore(steps, here)
				: {at: 'generations'};
		case 'shut-out':
		case 'applying':
			return reviewAgain(place.reviewed);
		case 'trial':
			return place;
		case 'ended':
			return place.aftermath.isKept
				? {at: 'results', isFresh: true}
				: reviewAgain(place.reviewed);
		case 'knocks':
		case 'documents':
			return place.isFromResults ? {at: 'results', isFresh: false} : startOf(here);
		default:
			return startOf(here);
	}
}

/** The page before a step; without one, before the review, which a configured server opens from home. */
function stepBefore(steps: readonly WizardStep[], here: Here, step?: WizardStep): Place {
	const index = step === undefined ? steps.length : steps.indexOf(step);
	const isFirst = index === 0 || (step === undefined && here.isConfigured);
	return isFirst ? startOf(here) : stepAt(steps, index - 1);
}

function startOf({isConfigured}: Here): Place {
	return {at: isConfigured ? 'home' : 'welcome'};
}

function reviewAgain({generation}: Reviewed): Place {
	return {at: 'review', generation};
}
