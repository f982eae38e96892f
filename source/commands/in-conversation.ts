import process from 'node:process';
import {hearInterrupts} from '../host/last-acts.js';
import {converse} from '../wizard/conversation/converse.js';
import {followAlong} from '../wizard/conversation/follow-along.js';
import {invite} from '../wizard/conversation/invite.js';
import {lookOnAtTrial} from '../wizard/conversation/look-on-at-trial.js';
import {openTalk} from '../wizard/conversation/open-talk.js';
import {sayHungUp} from './say-hung-up.js';
import type {Surface} from './surface.js';

/**
 * Holds the wizard as a conversation on this terminal.
 * @param isHeard whether somebody listens, to whom a sentence that is broken into lines is
 * read with a break, and who can go through it by lines only when it is one
 */
export async function inConversation<Result>(
	isHeard: boolean,
	show: (surface: Surface) => Promise<Result>,
): Promise<Result> {
	const {stdin, stdout} = process;
	stdin.once('error', sayHungUp);
	const talk = openTalk({
		input: stdin,
		write: text => void stdout.write(text),
		width: () =>
			isHeard || !stdout.columns ? Number.POSITIVE_INFINITY : stdout.columns - 1,
		onInterrupted: hearInterrupts,
	});
	try {
		return await show({
			startWizard: (start, session) => converse(start, talk, session),
			startOnlooker: props => lookOnAtTrial(props, talk),
			startFollower: props => followAlong(props, talk),
			startInvitation: props => invite(props, talk),
		});
	} finally {
		stdin.off('error', sayHungUp);
		talk.close();
	}
}
