import {eventAfterApply} from '../event-after-apply.js';
import type {SettledPlace} from '../place.js';
import type {WizardEvent} from '../progress.js';
import {shutOutLogins} from '../reviewed.js';
import {hangsWhileShutOut, stageWords} from '../words/applying.js';
import {busy} from './busy.js';
import type {Conversation} from './conversation.js';
import {valueOrTold} from './tell-failure.js';

/** The stages of an apply as they pass. It cannot be left halfway. */
export async function atApplying(
	{talk, machine, flow, trialSeconds}: Conversation,
	{reviewed, accepted}: Extract<SettledPlace, {at: 'applying'}>,
): Promise<WizardEvent> {
	const isShutOut = shutOutLogins(reviewed.plan).some(({isSelf}) => isSelf);
	// Said before it happens: what is told afterwards may not get through.
	talk.tell('', ...(isShutOut ? [hangsWhileShutOut(trialSeconds)] : []));
	const done = await busy(talk, {
		doing: 'Putting the rules into effect.',
		work: (_signal, tell) =>
			flow.apply(reviewed.plan, reviewed.answers, {
				seconds: trialSeconds,
				accepted,
				onStage: stage => tell(`${stageWords[stage]}.`),
			}),
		unstoppable: 'This cannot be stopped halfway. It takes a few seconds.',
	});
	const applied = valueOrTold(talk, done);
	return applied === undefined
		? {type: 'went-back'}
		: eventAfterApply(applied, machine.backend.place);
}
