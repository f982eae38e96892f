import type {Address} from '../addresses/address.js';
import type {Typed} from '../answers/draft-store.js';
import type {Answers, Draft} from '../answers/schema.js';
import type {Comparison} from '../flow/compare-probes.js';
import type {Generation} from '../transaction/generations.js';
import type {Trial} from '../transaction/open-trial.js';
import type {Values} from './field.js';
import {type Reviewed, shutOutLogins} from './reviewed.js';
import {isAnswered, type WizardStep} from './step.js';

/** What came of an apply: whether the new rules are in effect, and what to know of it. */
export type Aftermath = {
	readonly isKept: boolean;
	/** How it ended, in a sentence. */
	readonly said: string;
	/** What could not be done then, a sentence each. */
	readonly problems: readonly string[];
};

/** New rules that are in effect, and how the connections fare under them. */
export type OnTrial = {
	readonly trial: Trial;
	readonly comparison: Promise<Comparison>;
};

/** The places that come after every answer. */
export type SettledPlace =
	| {readonly at: 'home'}
	| {readonly at: 'generations'}
	/** Of what was answered, or of an earlier configuration. */
	| {readonly at: 'review'; readonly generation?: Generation | undefined}
	| {readonly at: 'shut-out'; readonly reviewed: Reviewed}
	/** With the plan that was reviewed, and no other. */
	| {
			readonly at: 'applying';
			readonly reviewed: Reviewed;
			/** Those who are shut out by it, and are meant to be. */
			readonly accepted: readonly Address[];
	  }
	| {readonly at: 'trial'; readonly reviewed: Reviewed; readonly onTrial: OnTrial}
	| {readonly at: 'ended'; readonly reviewed: Reviewed; readonly aftermath: Aftermath}
	| {
			readonly at: 'results';
			/** What came of the apply before it. */
			readonly said?: string;
	  };

export type Place =
	| {readonly at: 'welcome'}
	| {
			readonly at: 'step';
			readonly step: WizardStep;
			/** Whether it was jumped to, to change one answer. */
			readonly isDetour: boolean;
	  }
	| SettledPlace;

/** Where the wizard is, and all that was answered on the way. */
export type Progress = {
	readonly place: Place;
	readonly draft: Draft;
	/** What was typed in steps that are not answered yet, by step. */
	readonly typed: Typed;
	/** Whether this server has been set up: the wizard then has a home. */
	readonly isConfigured: boolean;
	/** Whether rules of ours are in effect. */
	readonly isInEffect: boolean;
	/** Whether the user is being asked if they want to leave. */
	readonly isLeaving: boolean;
};

/** Facts, in the past tense. */
export type WizardEvent =
	| {readonly type: 'began'}
	| {readonly type: 'typed'; readonly step: WizardStep; readonly values: Values}
	| {readonly type: 'answered'; readonly step: WizardStep; readonly patch: Draft}
	| {readonly type: 'went-back'}
	| {readonly type: 'jumped'; readonly step: WizardStep}
	| {readonly type: 'opened'; readonly place: 'review' | 'results' | 'generations'}
	| {readonly type: 'chose-generation'; readonly generation: Generation}
	| {
			readonly type: 'accepted';
			readonly reviewed: Reviewed;
			readonly accepted: readonly Address[];
	  }
	/** Answers were changed for what the review has shown. */
	| {readonly type: 'amended'; readonly answers: Answers}
	| {readonly type: 'went-on-trial'; readonly onTrial: OnTrial}
	| {readonly type: 'ended'; readonly aftermath: Aftermath}
	| {readonly type: 'asked-to-leave'}
	| {readonly type: 'stayed'};

export type Beginning = Pick<Progress, 'draft' | 'typed' | 'isConfigured' | 'isInEffect'>;

export function begin(beginning: Beginning): Progress {
	return {
		...beginning,
		place: {at: beginning.isConfigured ? 'home' : 'welcome'},
		isLeaving: false,
	};
}

/** The wizard after something happened. Pure: which screen shows follows from the state. */
export function advance(
	steps: readonly WizardStep[],
	progress: Progress,
	event: WizardEvent,
): Progress {
	switch (event.type) {
		case 'began':
			return goTo(progress, firstUnanswered(steps, progress.draft));
		case 'typed':
			return isAt(progress, event.step)
				? {...progress, typed: {...progress.typed, [event.step.id]: event.values}}
				: progress;
		case 'answered':
			return answer(steps, progress, event.step, event.patch);
		case 'went-back':
			return goTo(progress, placeBefore(steps, progress));
		case 'jumped':
			return goTo(progress, {at: 'step', step: event.step, isDetour: true});
		case 'opened':
			return goTo(progress, {at: event.place});
		case 'chose-generation':
			return goTo(progress, {at: 'review', generation: event.generation});
		case 'accepted':
			return goTo(progress, placeFor(event));
		case 'amended':
			return goTo(
				{...progress, draft: draftOf(event.answers), typed: {}},
				{at: 'review'},
			);
		case 'went-on-trial':
			return progress.place.at === 'applying'
				? goTo(progress, {
						at: 'trial',
						reviewed: progress.place.reviewed,
						onTrial: event.onTrial,
					})
				: progress;
		case 'ended':
			return end(progress, event.aftermath);
		case 'asked-to-leave':
			return {...progress, isLeaving: true};
		case 'stayed':
			return {...progress, isLeaving: false};
	}
}

/** Nobody who could still mend things is shut out unasked. */
function placeFor({reviewed, accepted}: Extract<WizardEvent, {type: 'accepted'}>): Place {
	return shutOutLogins(reviewed.plan, accepted).length === 0
		? {at: 'applying', reviewed, accepted}
		: {at: 'shut-out', reviewed};
}

/** What is kept becomes what was answered; what is not stays a draft. */
function end(progress: Progress, aftermath: Aftermath): Progress {
	const {place} = progress;
	if (place.at !== 'applying' && place.at !== 'trial') {
		return progress;
	}

	const {isKept, said, problems} = aftermath;
	const {reviewed} = place;
	const next: Place =
		isKept && problems.length === 0
			? {at: 'results', said}
			: {at: 'ended', reviewed, aftermath};
	return isKept
		? {
				...goTo(progress, next),
				draft: draftOf(reviewed.answers),
				typed: {},
				isConfigured: true,
				isInEffect: true,
			}
		: goTo(progress, next);
}

function draftOf({version: _version, ...sections}: Answers): Draft {
	return sections;
}

/** A second Enter on its way while the page turns belongs to no question. */
function answer(
	steps: readonly WizardStep[],
	progress: Progress,
	step: WizardStep,
	patch: Draft,
): Progress {
	const {place} = progress;
	if (place.at !== 'step' || place.step !== step) {
		return progress;
	}

	const {[step.id]: _answered, ...typed} = progress.typed;
	const draft = {...progress.draft, ...patch};
	const next = place.isDetour
		? firstUnanswered(steps, draft)
		: stepAt(steps, steps.indexOf(step) + 1);
	return goTo({...progress, draft, typed}, next);
}

function isAt({place}: Progress, step: WizardStep): boolean {
	return place.at === 'step' && place.step === step;
}

function placeBefore(steps: readonly WizardStep[], progress: Progress): Place {
	const {place} = progress;
	switch (place.at) {
		case 'step':
			return place.isDetour ? {at: 'review'} : stepBefore(steps, progress, place.step);
		case 'review':
			return place.generation === undefined
				? stepBefore(steps, progress)
				: {at: 'generations'};
		case 'shut-out':
		case 'applying':
			return reviewAgain(place.reviewed);
		case 'trial':
			return place;
		case 'ended':
			return place.aftermath.isKept ? {at: 'results'} : reviewAgain(place.reviewed);
		default:
			return startOf(progress);
	}
}

/** The page before a step; without one, before the review, which a configured server opens from home. */
function stepBefore(
	steps: readonly WizardStep[],
	progress: Progress,
	step?: WizardStep,
): Place {
	const index = step === undefined ? steps.length : steps.indexOf(step);
	const isFirst = index === 0 || (step === undefined && progress.isConfigured);
	return isFirst ? startOf(progress) : stepAt(steps, index - 1);
}

function startOf({isConfigured}: Progress): Place {
	return {at: isConfigured ? 'home' : 'welcome'};
}

function reviewAgain({generation}: Reviewed): Place {
	return {at: 'review', generation};
}

function goTo(progress: Progress, place: Place): Progress {
	return {...progress, place};
}

function firstUnanswered(steps: readonly WizardStep[], draft: Draft): Place {
	const index = steps.findIndex(step => !isAnswered(step, draft));
	return index === -1 ? {at: 'review'} : stepAt(steps, index);
}

function stepAt(steps: readonly WizardStep[], index: number): Place {
	const step = steps[index];
	return step === undefined ? {at: 'review'} : {at: 'step', step, isDetour: false};
}
