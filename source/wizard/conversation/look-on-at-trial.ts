import {describePerson} from '../../host/person.js';
import type {TrialEnd} from '../../transaction/follow-trial.js';
import type {OnlookerProps} from '../onlooker.js';
import {Departure} from './conversation.js';
import {holdTrial} from './hold-trial.js';
import type {Talk} from './talk.js';

/**
 * Talks about a trial that began in another session: it can be kept or undone here too.
 * @returns how it ended; undefined when somebody left before
 */
export async function lookOnAtTrial(
	{machine, trial}: Pick<OnlookerProps, 'machine' | 'trial'>,
	talk: Talk,
): Promise<TrialEnd | undefined> {
	talk.tell(
		`A trial of ${describePerson(trial.record.by)}; you look on, and may end it.`,
	);
	try {
		return await holdTrial({
			talk,
			machine,
			trial,
			isShutOut: false,
			untilEnded: () => trial.ended,
		});
	} catch (error) {
		if (error instanceof Departure) {
			return undefined;
		}

		throw error;
	}
}
