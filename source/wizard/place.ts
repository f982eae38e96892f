import type {Address} from '../addresses/address.js';
import type {Draft} from '../answers/schema.js';
import type {Comparison} from '../flow/compare-probes.js';
import type {Generation} from '../transaction/generations.js';
import type {Trial} from '../transaction/open-trial.js';
import type {Reviewed} from './reviewed.js';
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
	  }
	/** Waits for others to connect. */
	| {readonly at: 'knocks'; readonly isFromResults: boolean};

export type Place =
	| {readonly at: 'welcome'}
	| {
			readonly at: 'step';
			readonly step: WizardStep;
			/** Whether it was jumped to, to change one answer. */
			readonly isDetour: boolean;
	  }
	| SettledPlace;

/** Where a draft goes on. */
export function firstUnanswered(steps: readonly WizardStep[], draft: Draft): Place {
	const index = steps.findIndex(step => !isAnswered(step, draft));
	return index === -1 ? {at: 'review'} : stepAt(steps, index);
}

/** The page of a step; past the last one, the review. */
export function stepAt(steps: readonly WizardStep[], index: number): Place {
	const step = steps[index];
	return step === undefined ? {at: 'review'} : {at: 'step', step, isDetour: false};
}
