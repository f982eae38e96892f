import {endOfTrial} from '../../flow/end-of-trial.js';
import {describeEnd} from '../describe-end.js';
import type {SettledPlace} from '../place.js';
import type {WizardEvent} from '../progress.js';
import {shutOutLogins} from '../reviewed.js';
import type {Conversation} from './conversation.js';
import {holdTrial} from './hold-trial.js';

/** The trial of what was just reviewed. */
export async function atTrial(
	{talk, machine}: Conversation,
	{reviewed, onTrial}: Extract<SettledPlace, {at: 'trial'}>,
): Promise<WizardEvent> {
	const {trial, comparison} = onTrial;
	const end = await holdTrial({
		talk,
		machine,
		trial,
		comparison,
		isShutOut: shutOutLogins(reviewed.plan).some(({isSelf}) => isSelf),
		untilEnded: () => endOfTrial(trial, machine),
	});
	return {type: 'ended', aftermath: describeEnd(end, trial.record)};
}
