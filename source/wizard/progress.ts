import type {Typed} from '../answers/draft-store.js';
import type {Draft} from '../answers/schema.js';
import type {Plan} from '../flow/flow.js';
import type {Values} from './field.js';
import {isAnswered, type WizardStep} from './step.js';

/** The places that come after every answer. */
export type SettledPlace =
	| {readonly at: 'home'}
	| {readonly at: 'review'}
	/** With the plan that was reviewed, and no other. */
	| {readonly at: 'applying'; readonly plan: Plan}
	| {readonly at: 'results'};

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
	| {readonly type: 'opened'; readonly place: 'review' | 'results'}
	| {readonly type: 'accepted'; readonly plan: Plan}
	| {readonly type: 'applied'}
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
		case 'accepted':
			return goTo(progress, {at: 'applying', plan: event.plan});
		case 'applied':
			return {
				...goTo(progress, {at: 'results'}),
				isConfigured: true,
				isInEffect: true,
			};
		case 'asked-to-leave':
			return {...progress, isLeaving: true};
		case 'stayed':
			return {...progress, isLeaving: false};
	}
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

function placeBefore(
	steps: readonly WizardStep[],
	{place, isConfigured}: Progress,
): Place {
	const start: Place = {at: isConfigured ? 'home' : 'welcome'};
	switch (place.at) {
		case 'step': {
			const index = steps.indexOf(place.step);
			return place.isDetour
				? {at: 'review'}
				: index === 0
					? start
					: stepAt(steps, index - 1);
		}

		case 'review':
			return isConfigured ? start : stepAt(steps, steps.length - 1);
		case 'applying':
			return {at: 'review'};
		default:
			return start;
	}
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
