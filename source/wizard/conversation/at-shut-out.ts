import type {SettledPlace} from '../place.js';
import type {WizardEvent} from '../progress.js';
import {addressesOf, admitToSupport, shutOutLogins} from '../reviewed.js';
import {insisting, isInsisting} from '../words/insisting.js';
import {shuttingOut} from '../words/shutting-out.js';
import {choose} from './choose.js';
import type {Conversation} from './conversation.js';
import {listen} from './listen.js';

/** Before rules are applied that somebody who is logged in could not come back under. */
export async function atShutOut(
	conversation: Conversation,
	{reviewed}: Extract<SettledPlace, {at: 'shut-out'}>,
): Promise<WizardEvent> {
	const {talk} = conversation;
	const logins = shutOutLogins(reviewed.plan);
	const addresses = addressesOf(logins);
	const {question, paragraphs, options} = shuttingOut(logins);
	for (;;) {
		talk.tell('', `Not applied yet. ${question}.`, ...paragraphs);
		const choice = await choose(talk, {options});
		if (choice === 'admit') {
			return {type: 'amended', answers: admitToSupport(reviewed.answers, addresses)};
		}

		if (choice !== 'insist') {
			return {type: 'went-back'};
		}

		const isSelf = logins.some(login => login.isSelf);
		if (await isInsistedOn(conversation, isSelf)) {
			return {type: 'accepted', reviewed, accepted: addresses};
		}
	}
}

/** Shutting somebody out takes more than a number: the words for it. */
async function isInsistedOn(
	{talk, trialSeconds}: Conversation,
	isSelf: boolean,
): Promise<boolean> {
	const {consequence, wanted} = insisting(isSelf, trialSeconds);
	talk.tell('Apply all the same?', consequence, `To do it all the same, type: ${wanted}`);
	for (;;) {
		const reply = await listen(talk, 'These words, or <: ');
		if (reply.said !== 'line') {
			return false;
		}

		if (isInsisting(reply.text, wanted)) {
			return true;
		}

		talk.tell(`That was not "${wanted}": nothing was applied.`);
	}
}
