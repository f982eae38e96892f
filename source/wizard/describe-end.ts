import type {TrialEnd} from '../transaction/follow-trial.js';
import {describeProof} from '../transaction/trial.js';
import type {Aftermath} from './place.js';

/** What came of a trial, in words. */
export function describeEnd(
	{ending, problems}: TrialEnd,
	{number}: {readonly number: number},
): Aftermath {
	return ending.kind === 'kept'
		? {
				isKept: true,
				said: `Generation ${number} is in effect, ${describeProof(ending.proof)}.`,
				problems,
			}
		: {isKept: false, said: ending.reason, problems};
}
