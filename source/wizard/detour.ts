import type {Draft} from '../answers/schema.js';
import {
	firstUnanswered,
	type Place,
	type ReviewPlace,
	type StepPlace,
	stepAt,
} from './place.js';
import type {WizardStep} from './step.js';

/**
 * The page that was jumped to. It leads back to where the jump began; only whoever jumps
 * forwards on the way straight through goes on from there.
 */
export function jumpTo(
	steps: readonly WizardStep[],
	from: StepPlace | ReviewPlace,
	step: WizardStep,
): StepPlace {
	const origin = from.at === 'step' ? (from.detourFrom ?? from) : from;
	const isForwards =
		origin.at === 'step' && steps.indexOf(step) >= steps.indexOf(origin.step);
	return isForwards ? {at: 'step', step} : {at: 'step', step, detourFrom: origin};
}

/** Where an answer leads: back from a detour, or on to the next page. */
export function placeAfter(
	steps: readonly WizardStep[],
	{step, detourFrom}: StepPlace,
	draft: Draft,
): Place {
	const next = detourFrom ?? stepAt(steps, steps.indexOf(step) + 1);
	// The review needs every answer, also those that were jumped over.
	const open = firstUnanswered(steps, draft);
	return next.at === 'review' && open.at === 'step' ? open : next;
}
