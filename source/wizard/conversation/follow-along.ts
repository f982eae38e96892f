import {setTimeout as delay} from 'node:timers/promises';
import {describePerson} from '../../host/person.js';
import {formatMoment} from '../../moment.js';
import {canBeTakenOver} from '../../session/messages.js';
import type {FollowerEnd, FollowerProps} from '../follower.js';
import {
	describeSessionEnd,
	takeOverQuestion,
	unansweredWords,
} from '../words/following.js';
import {choose} from './choose.js';
import {obeyCommands} from './commands.js';
import {Departure} from './conversation.js';
import {type FollowedSession, followSession} from './followed-session.js';
import {listen} from './listen.js';
import type {Talk} from './talk.js';

type Followed = Pick<FollowerProps, 'link' | 'person' | 'released'>;

/** Tells where another session is, until it ends, is taken over, or the user leaves. */
export async function followAlong(props: Followed, talk: Talk): Promise<FollowerEnd> {
	const {by, since} = props.link.view;
	talk.tell(
		`${describePerson(by)} has been in the wizard since ${formatMoment(since)}. You are told where that is, and can go on here instead.`,
	);
	try {
		return await untilGoingOn(
			props,
			followSession(props.link, talk, props.released),
			talk,
		);
	} catch (error) {
		if (error instanceof Departure) {
			return {next: 'leave', isInterrupted: error.isInterrupted};
		}

		throw error;
	}
}

async function untilGoingOn(
	{link, person, released}: Followed,
	followed: FollowedSession,
	talk: Talk,
): Promise<FollowerEnd> {
	let isTaking = false;
	while (followed.end() === undefined && !released?.aborted) {
		const wish = await askWhatToDo(followed, talk);
		if (wish === 'back') {
			return {next: 'leave', isInterrupted: false};
		}

		isTaking = wish === 'take-over' && (await isMeant(followed, talk));
		if (isTaking) {
			link.takeOver(person);
			await untilItLetsGo(followed, talk);
		}
	}

	const end = followed.end();
	if (end?.state === 'taken-over' && isTaking) {
		return {next: 'go-on', page: followed.view().page ?? undefined};
	}

	talk.tell(...(end === undefined ? [] : [describeSessionEnd(end, followed.view())]));
	const {said} = await listen(talk, 'Press Enter to go on here: ', {
		signal: released,
		onLeaving: leave(true),
	});
	return said === 'nothing'
		? {next: 'leave', isInterrupted: false}
		: {next: 'go-on', page: undefined};
}

/** Undefined when the other session has ended meanwhile. */
async function askWhatToDo(
	{over}: FollowedSession,
	talk: Talk,
): Promise<'take-over' | 'back' | undefined> {
	return obeyCommands<'take-over'>(
		talk,
		[
			{
				words: 'go on here',
				letter: 'g',
				does: 'ends the other session, and goes on with it here',
				lead: () => 'take-over',
			},
		],
		{signal: over, onLeaving: leave(true), onQuit: leave(false)},
	);
}

async function isMeant({view, over}: FollowedSession, talk: Talk): Promise<boolean> {
	const {question, paragraphs} = takeOverQuestion(view());
	talk.tell(question, ...paragraphs);
	if (!canBeTakenOver(view())) {
		return false;
	}

	const choice = await choose(talk, {
		options: [
			{label: 'Go on here', value: 'take-over'},
			{label: 'Look on', value: 'back'},
		],
		signal: over,
		onLeaving: leave(true),
	});
	return choice === 'take-over';
}

/** How long a session may take to let go, in milliseconds; a stopped one never does. */
const patience = 5000;

async function untilItLetsGo(
	{ended, end, view}: FollowedSession,
	talk: Talk,
): Promise<void> {
	talk.tell('The other session is asked to let go.');
	await Promise.race([ended, delay(patience, undefined, {ref: false})]);
	if (end() === undefined) {
		const {question, paragraphs} = unansweredWords(view());
		talk.tell(question, ...paragraphs);
	}
}

/** Nothing is asked of whoever only looks on. */
function leave(isInterrupted: boolean) {
	return async () => {
		throw new Departure({isInterrupted});
	};
}
