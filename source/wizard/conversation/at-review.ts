import {adviseOnAnswers} from '../../answers/advice.js';
import type {Answers} from '../../answers/schema.js';
import type {Plan} from '../../flow/plan.js';
import {describeGeneration} from '../../transaction/describe-generation.js';
import {askObserved} from '../ask-observed.js';
import {milestonesOf} from '../milestones.js';
import type {ReviewPlace} from '../place.js';
import type {WizardEvent} from '../progress.js';
import {saveUnapplied} from '../save-unapplied.js';
import {reviewItems} from '../screens/review/review-lines.js';
import {steps} from '../steps/index.js';
import {reviewPromise} from '../words/review-promise.js';
import {busy} from './busy.js';
import {type Command, obeyCommands} from './commands.js';
import type {Conversation} from './conversation.js';
import {itemInWords, spokenMarks} from './item-in-words.js';

/** Everything that an apply would do, in sentences. Nothing is applied before it. */
export async function atReview(
	conversation: Conversation,
	{generation}: ReviewPlace,
	current: Answers,
): Promise<WizardEvent> {
	const {talk, machine, flow, progress, trialSeconds} = conversation;
	const answers = generation?.answers ?? current;
	const page = milestonesOf(progress).length;
	talk.tell(
		'',
		generation === undefined
			? `Page ${page} of ${page}: Review.`
			: `Go back to ${describeGeneration(generation)}.`,
	);
	const done = await busy(talk, {
		doing: 'Working out the rules.',
		work: async signal => {
			const [plan, observed] = await Promise.all([
				generation === undefined ? flow.planFor(answers) : flow.planBack(generation),
				askObserved(flow, answers, signal),
			]);
			return {plan, observed};
		},
	});
	if (done.state === 'given-up') {
		return {type: 'went-back'};
	}

	const {plan, observed} = done.state === 'done' ? done.value : unknown;
	const newest = await machine.transactions.newest();
	const items = reviewItems({
		answers,
		inEffect: newest?.answers,
		plan,
		failure: done.state === 'failed' ? done.failure : undefined,
		remarks: adviseOnAnswers(answers),
		observed,
		backend: machine.backend,
		sshSession: machine.sshSession,
		generation: generation?.number,
		marks: spokenMarks,
		width: longest,
	});
	talk.tell(
		...items.flatMap(itemInWords),
		'',
		reviewPromise(plan, machine.backend, trialSeconds),
	);
	const next = await obeyCommands<WizardEvent>(talk, [
		...(plan === undefined
			? []
			: applyCommands(conversation, {plan, answers, generation})),
		...(generation === undefined ? changeCommands(conversation, answers) : []),
	]);
	return next === undefined || next === 'back' ? {type: 'went-back'} : next;
}

/** What is known where the rules could not be worked out. */
const unknown = {plan: undefined, observed: undefined};

/** Of a long list so much is read out; the page has all of it. */
const longest = 300;

function applyCommands(
	{talk, machine}: Conversation,
	reviewed: Extract<WizardEvent, {type: 'accepted'}>['reviewed'],
): ReadonlyArray<Command<WizardEvent>> {
	return [
		{
			words: 'apply',
			letter: 'a',
			does:
				machine.backend.name === 'files'
					? 'writes the rules to files'
					: 'puts the rules into effect, on trial',
			lead: () => ({type: 'accepted', reviewed, accepted: []}),
		},
		{
			words: 'raw',
			letter: 'r',
			does: 'reads out the exact rules, for somebody who knows nftables',
			async act() {
				talk.tell(...rawLines(reviewed.plan));
			},
		},
	];
}

function rawLines({raw}: Plan): readonly string[] {
	return raw.flatMap(({path, content}) => [
		path,
		...content.split('\n').map(line => line.replaceAll('\t', '  ')),
	]);
}

function changeCommands(
	{talk, machine}: Conversation,
	answers: Answers,
): ReadonlyArray<Command<WizardEvent>> {
	return [
		{
			words: 'save',
			letter: 's',
			does: 'keeps the answers, and applies nothing',
			async act() {
				talk.tell(`${await saveUnapplied(machine.answers, answers)}.`);
			},
		},
		{
			words: 'page',
			about: 'its number',
			does: `changes the answers of a page, from 1 to ${steps.length}`,
			lead(number) {
				const step = /^\d{1,3}$/.test(number) ? steps[Number(number) - 1] : undefined;
				if (step === undefined) {
					talk.tell(`There are pages 1 to ${steps.length}: type for example page 2.`);
				}

				return step && {type: 'jumped', step};
			},
		},
	];
}
