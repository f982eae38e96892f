import type {Applied} from '../flow/apply.js';
import type {WizardEvent} from './progress.js';

/**
 * Where an apply leads.
 * @param place where the backend keeps its files
 */
export function eventAfterApply(applied: Applied, place: string): WizardEvent {
	const ended = (said: string, problems: readonly string[] = []): WizardEvent => ({
		type: 'ended',
		aftermath: {isKept: true, said, problems},
	});
	switch (applied.outcome) {
		case 'unchanged':
			return ended('The rules were in effect already; nothing had to be changed.');
		case 'written':
			return ended(`Only written to ${place}; nothing takes effect on this server.`);
		case 'adopted':
			return ended(
				'The rules were in effect already; they are kept with these answers.',
				applied.problems,
			);
		case 'on-trial':
			return {type: 'went-on-trial', onTrial: applied};
	}
}
