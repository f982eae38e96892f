import type {Answers} from '../../answers/schema.js';
import type {Person} from '../../host/person.js';
import type {ProbeRun} from '../../probes/probe-result.js';
import type {OwnSession} from '../../session/session-hub.js';
import {answersOf} from '../answers-of.js';
import type {Outcome, Start} from '../app.js';
import {goOnAt} from '../go-on-at.js';
import {draftKeeper} from '../keep-draft.js';
import type {SettledPlace} from '../place.js';
import {advance, begin, type WizardEvent} from '../progress.js';
import {steps} from '../steps/index.js';
import {whereabouts} from '../whereabouts.js';
import {atApplying} from './at-applying.js';
import {atDocuments} from './at-documents.js';
import {atEnded} from './at-ended.js';
import {atEvidence} from './at-evidence.js';
import {atGenerations} from './at-generations.js';
import {atHome} from './at-home.js';
import {atKnocks} from './at-knocks.js';
import {atResults} from './at-results.js';
import {atReview} from './at-review.js';
import {atShutOut} from './at-shut-out.js';
import {atStep} from './at-step.js';
import {atTrial} from './at-trial.js';
import {atWelcome} from './at-welcome.js';
import {type Conversation, Departure} from './conversation.js';
import {overheard} from './overheard.js';
import type {Talk} from './talk.js';

/** The wizard as a conversation: the same places as on the screens, a line at a time. */
export async function converse(
	start: Omit<Start, 'marks'>,
	talk: Talk,
	session?: OwnSession,
): Promise<Outcome> {
	const {draft, isConfigured, isInEffect} = start;
	let progress = goOnAt(
		begin({draft: draft.answers, typed: draft.typed, isConfigured, isInEffect}),
		start.page,
	);
	let run: ProbeRun | undefined;
	let takenOverBy: Person | undefined;
	const keepDraft = draftKeeper(start.machine, progress);
	const send = (event: WizardEvent) => {
		progress = advance(steps, progress, event);
		keepDraft(progress);
	};

	const own = session === undefined ? talk : overheard(talk, session);
	const ignoreTakers = session?.onTakenOver(by => {
		takenOverBy = by;
		talk.hangUp();
	});
	try {
		for (;;) {
			session?.tell(whereabouts(progress.place));
			const answers = answersOf(progress.draft);
			const event = await atPlace({
				...start,
				talk: own,
				progress,
				answers,
				send,
				onRun(found) {
					run = found;
				},
			});
			send(event);
		}
	} catch (error) {
		if (!(error instanceof Departure)) {
			throw error;
		}

		return {
			run,
			answers: answersOf(progress.draft),
			isInterrupted: error.isInterrupted,
			...(takenOverBy === undefined ? {} : {takenOverBy}),
		};
	} finally {
		ignoreTakers?.();
	}
}

/** Talks about the place where the wizard is, until something leads on. */
async function atPlace(conversation: Conversation): Promise<WizardEvent> {
	const {place} = conversation.progress;
	if (place.at === 'step') {
		return atStep(conversation, place);
	}

	// Only the welcome comes before every step is answered.
	const {answers} = conversation;
	return place.at === 'welcome' || answers === undefined
		? atWelcome(conversation)
		: atSettled(conversation, place, answers);
}

/** The places that need every answer. */
async function atSettled(
	conversation: Conversation,
	place: SettledPlace,
	answers: Answers,
): Promise<WizardEvent> {
	switch (place.at) {
		case 'home':
			return atHome(conversation, answers);
		case 'generations':
			return atGenerations(conversation);
		case 'review':
			return atReview(conversation, place, answers);
		case 'shut-out':
			return atShutOut(conversation, place);
		case 'applying':
			return atApplying(conversation, place);
		case 'trial':
			return atTrial(conversation, place);
		case 'ended':
			return atEnded(conversation, place);
		case 'results':
			return atResults(conversation, place, answers);
		case 'knocks':
			return atKnocks(conversation, answers);
		case 'documents':
			return atDocuments(conversation, answers);
		case 'evidence':
			return atEvidence(conversation);
	}
}
