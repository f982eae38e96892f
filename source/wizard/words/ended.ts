import type {Aftermath} from '../place.js';
import {evidenceIsHere} from './evidence.js';

/** How an apply ended, in a few words. */
export function titleOfEnd({isKept, problems}: Aftermath): string {
	return isKept
		? 'Kept, but not all could be done'
		: problems.length === 0
			? 'The old rules are back'
			: 'The old rules are not back whole';
}

/** How an apply ended, in a sentence. */
export function headingOfEnd({isKept, problems}: Aftermath): string {
	return isKept
		? 'The new rules are in effect, and something could not be done.'
		: problems.length === 0
			? 'Everything was put back: this server is as it was before.'
			: 'The new rules were taken back, but not everything could be put back.';
}

/** What to do after it; undefined where the results come next. */
export function nextAfterEnd({isKept, problems}: Aftermath): string | undefined {
	if (isKept) {
		return undefined;
	}

	return problems.length === 0
		? 'What you answered is kept. You can change it in the review, and apply again.'
		: `Run "analytics-setup rollback" to try again, and "analytics-setup status" to see what is in effect. ${evidenceIsHere}`;
}
