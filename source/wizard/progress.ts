import type {Address} from '../addresses/address.js';
import type {Typed} from '../answers/draft-store.js';
import type {Answers, Draft} from '../answers/schema.js';
import type {Generation} from '../transaction/generations.js';
import {jumpTo, placeAfter} from './detour.js';
import type {Values} from './field.js';
import {type Aftermath, firstUnanswered, type OnTrial, type Place} from './place.js';
import {placeBefore} from './place-before.js';
import {type OpenedPlace, placeOpened} from './place-opened.js';
import {type Reviewed, shutOutLogins} from './reviewed.js';
import type {WizardStep} from './step.js';
import type {Pointed} from './widgets/use-pointer.js';

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
	| {
			readonly type: 'jumped';
			readonly step: WizardStep;
			/** The line of the review that led there. */
			readonly pointed?: Pointed;
	  }
	| {readonly type: 'opened'; readonly place: OpenedPlace}
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

/** Where each event happens. Elsewhere it is a key that was on its way while the screen changed. */
const happensAt: {readonly [Type in WizardEvent['type']]?: ReadonlyArray<Place['at']>} = {
	began: ['welcome'],
	typed: ['step'],
	answered: ['step'],
	jumped: ['step', 'review'],
	opened: ['home', 'step', 'results'],
	'chose-generation': ['generations'],
	accepted: ['review', 'shut-out'],
	amended: ['shut-out'],
	'went-on-trial': ['applying'],
	ended: ['applying', 'trial'],
};

/** The wizard after something happened. Pure: which screen shows follows from the state. */
export function advance(
	steps: readonly WizardStep[],
	progress: Progress,
	event: WizardEvent,
): Progress {
	return happensAt[event.type]?.includes(progress.place.at) === false
		? progress
		: moveOn(steps, progress, event);
}

function moveOn(
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
			return jump(steps, progress, event);
		case 'opened':
			return goTo(progress, placeOpened(steps, progress, event.place));
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

function jump(
	steps: readonly WizardStep[],
	progress: Progress,
	{step, pointed}: Extract<WizardEvent, {type: 'jumped'}>,
): Progress {
	const {place} = progress;
	if (place.at === 'step') {
		return goTo(progress, jumpTo(steps, place, step));
	}

	// An earlier configuration is looked at as it is.
	return place.at === 'review' && place.generation === undefined
		? goTo(progress, jumpTo(steps, {at: 'review', pointed}, step))
		: progress;
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
			? {at: 'results', said, isFresh: true}
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
	return goTo({...progress, draft, typed}, placeAfter(steps, place, draft));
}

function isAt({place}: Progress, step: WizardStep): boolean {
	return place.at === 'step' && place.step === step;
}

function goTo(progress: Progress, place: Place): Progress {
	return {...progress, place};
}
