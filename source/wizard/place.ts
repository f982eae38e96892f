import type {Address} from '../addresses/address.js';
import type {Draft} from '../answers/schema.js';
import type {Comparison} from '../flow/compare-probes.js';
import type {Generation} from '../transaction/generations.js';
import type {Trial} from '../transaction/open-trial.js';
import type {Paper} from './papers.js';
import type {Reviewed} from './reviewed.js';
import {isAnswered, type WizardStep} from './step.js';
import type {Pointed} from './widgets/use-pointer.js';

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
	| ReviewPlace
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
			/** Whether all is probed anew, rather than shown as it was found last. */
			readonly isFresh: boolean;
	  }
	/** Waits for others to connect. */
	| {readonly at: 'knocks'; readonly isFromResults: boolean}
	/** What the other teams need, and the answers file. */
	| {
			readonly at: 'documents';
			readonly isFromResults: boolean;
			/** The paper that is pointed at; left out, the first one. */
			readonly pointed?: Paper | undefined;
	  }
	/** What support needs to see of this server. */
	| {readonly at: 'evidence'};

/** Of what was answered, or of an earlier configuration. */
export type ReviewPlace = {
	readonly at: 'review';
	readonly generation?: Generation | undefined;
	/** The line that is pointed at; left out, the first one. */
	readonly pointed?: Pointed | undefined;
};

export type StepPlace = {
	readonly at: 'step';
	readonly step: WizardStep;
	/** Where it was jumped to from, to change one answer; that is where it leads back. */
	readonly detourFrom?: StepPlace | ReviewPlace | undefined;
};

export type Place = {readonly at: 'welcome'} | StepPlace | SettledPlace;

/** Where a draft goes on. */
export function firstUnanswered(
	steps: readonly WizardStep[],
	draft: Draft,
): StepPlace | ReviewPlace {
	const index = steps.findIndex(step => !isAnswered(step, draft));
	return index === -1 ? {at: 'review'} : stepAt(steps, index);
}

/** The page of a step; past the last one, the review. */
export function stepAt(
	steps: readonly WizardStep[],
	index: number,
): StepPlace | ReviewPlace {
	const step = steps[index];
	return step === undefined ? {at: 'review'} : {at: 'step', step};
}
