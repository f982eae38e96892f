import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {Draft} from '../../source/answers/schema.js';
import {flowOn} from '../../source/flow/flow.js';
import type {Aftermath} from '../../source/wizard/place.js';
import {
	advance,
	begin,
	type Progress,
	type WizardEvent,
} from '../../source/wizard/progress.js';
import type {Reviewed} from '../../source/wizard/reviewed.js';
import {isAnswered} from '../../source/wizard/step.js';
import {steps} from '../../source/wizard/steps/index.js';
import {
	exampleAnswers,
	recordedGeneration,
	recordedMachine,
} from '../helpers/recorded-machine.js';
import {recordedTrial} from '../helpers/recorded-transactions.js';
import {address} from '../helpers/sample.js';

const {version: _version, ...complete} = exampleAnswers;
const plan = await flowOn(recordedMachine()).planFor(exampleAnswers);
const generation = recordedGeneration(3, plan.policy);
const peer = address('10.99.0.9');
const shutOut = [{peer, port: 22, isSelf: true, isLogin: true}];
const trial = recordedTrial();
const comparison = Promise.resolve({worked: 0, broken: []});

const step = fc.constantFrom(...steps);
const reviewed = fc.constantFrom<Reviewed>(
	{plan, answers: exampleAnswers, generation: undefined},
	{plan, answers: exampleAnswers, generation},
	{plan: {...plan, shutOut}, answers: exampleAnswers, generation: undefined},
);
const aftermath = fc.record<Aftermath>({
	isKept: fc.boolean(),
	said: fc.constant('It ended.'),
	problems: fc.constantFrom<readonly string[]>([], ['The disk is full.']),
});

/** Anything that can happen, also where no screen would let it happen. */
const events: fc.Arbitrary<readonly WizardEvent[]> = fc.array(
	fc.oneof(
		fc.constantFrom<WizardEvent>(
			{type: 'began'},
			{type: 'went-back'},
			{type: 'asked-to-leave'},
			{type: 'stayed'},
			{type: 'chose-generation', generation},
			{type: 'amended', answers: exampleAnswers},
			{type: 'went-on-trial', onTrial: {trial, comparison}},
			...(
				[
					...['review', 'results', 'last-results', 'generations', 'knocks'],
					...['documents', 'evidence'],
				] as const
			).map(place => ({type: 'opened', place}) as const),
		),
		step.map((jumped): WizardEvent => ({type: 'jumped', step: jumped})),
		step.map((typed): WizardEvent => ({type: 'typed', step: typed, values: {}})),
		step.map(
			(answered): WizardEvent => ({
				type: 'answered',
				step: answered,
				patch: patchOf(answered.sections),
			}),
		),
		reviewed.map(
			(each): WizardEvent => ({type: 'accepted', reviewed: each, accepted: []}),
		),
		aftermath.map((each): WizardEvent => ({type: 'ended', aftermath: each})),
	),
	{maxLength: 60},
);

/** A server with any of the answers; one that has been set up has them all. */
const beginnings: fc.Arbitrary<Progress> = fc.oneof(
	fc.subarray(Object.keys(complete)).map(kept =>
		begin({
			draft: patchOf(kept),
			typed: {},
			isConfigured: false,
			isInEffect: false,
		}),
	),
	fc.constant(begin({draft: complete, typed: {}, isConfigured: true, isInEffect: true})),
);

function patchOf(sections: readonly string[]): Draft {
	return Object.fromEntries(
		Object.entries(complete).filter(([section]) => sections.includes(section)),
	);
}

function through(progress: Progress, happened: readonly WizardEvent[]) {
	const passed = [progress];
	for (const event of happened) {
		passed.push(advance(steps, passed.at(-1) ?? progress, event));
	}

	return passed;
}

function needsAnswers({place}: Progress): boolean {
	return place.at !== 'welcome' && place.at !== 'step';
}

test('whatever happens, no screen is reached that needs an answer which is not there', () => {
	fc.assert(
		fc.property(beginnings, events, (beginning, happened) => {
			for (const progress of through(beginning, happened)) {
				assert.ok(
					!needsAnswers(progress) ||
						steps.every(each => isAnswered(each, progress.draft)),
					progress.place.at,
				);
			}
		}),
		{numRuns: 2000},
	);
});

test('wherever one is, Esc leads out in the end, and takes no answer back', () => {
	fc.assert(
		fc.property(beginnings, events, (beginning, happened) => {
			const from = through(beginning, happened).at(-1) ?? beginning;
			// New rules on trial are kept or undone; there is no way back.
			fc.pre(from.place.at !== 'trial');
			const backs = Array.from({length: 12}, () => ({type: 'went-back'}) as const);
			const out = through(from, backs).at(-1) ?? from;
			assert.equal(out.place.at, from.isConfigured ? 'home' : 'welcome');
			assert.equal(out.draft, from.draft);
		}),
		{numRuns: 2000},
	);
});

test('a page that was jumped to leads back to where the jump began, answered or not', () => {
	fc.assert(
		fc.property(beginnings, events, step, (beginning, happened, jumped) => {
			const from = through(beginning, happened).at(-1) ?? beginning;
			const {place} = from;
			fc.pre(place.at === 'review' && place.generation === undefined);
			const there = advance(steps, from, {
				type: 'jumped',
				step: jumped,
				pointed: {id: 'it'},
			});
			const patch = patchOf(jumped.sections);
			for (const event of [
				{type: 'went-back'},
				{type: 'answered', step: jumped, patch},
			] as const) {
				const back = advance(steps, there, event).place;
				assert.deepEqual(back, {at: 'review', pointed: {id: 'it'}});
			}
		}),
	);
});
