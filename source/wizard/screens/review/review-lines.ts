import type {Remark} from '../../../answers/remark.js';
import type {Answers} from '../../../answers/schema.js';
import type {Failure} from '../../../failure.js';
import type {Backend} from '../../../firewall/backend.js';
import type {Reply} from '../../../flow/inquiries/inquiry.js';
import type {Plan} from '../../../flow/plan.js';
import type {SshSession} from '../../../host/session.js';
import type {Marks} from '../../../reports/marks.js';
import {answerItems} from './review-answers.js';
import {attentionItems} from './review-attention.js';
import {changeItems} from './review-changes.js';
import {gap, heading, type ReviewItem} from './review-items.js';

export type ReviewInput = {
	readonly answers: Answers;
	/** The answers of what is in effect; undefined where nothing was ever kept. */
	readonly inEffect: Answers | undefined;
	/** Undefined while it is being worked out, or when that failed. */
	readonly plan: Plan | undefined;
	/** Why there is no plan. */
	readonly failure: Failure | undefined;
	readonly remarks: readonly Remark[];
	/** What only the listed destinations would cut off, where that was asked for. */
	readonly observed: Reply | undefined;
	readonly backend: Pick<Backend, 'name' | 'place'>;
	/** The session that the wizard runs in; undefined at a console. */
	readonly sshSession: SshSession | undefined;
	/** The number of the earlier configuration that it goes back to. */
	readonly generation: number | undefined;
	readonly marks: Marks;
	readonly width: number;
};

/** What wants attention, the answers in words, and the plan as a diff. */
export function reviewItems(input: ReviewInput): readonly ReviewItem[] {
	const items = allItems(input);
	// An earlier configuration is looked at as it is: nothing of it can be changed here.
	return input.generation === undefined
		? items
		: items.map(({leadsTo: _leadsTo, ...item}) => item);
}

function allItems(input: ReviewInput): readonly ReviewItem[] {
	const {plan, generation, width} = input;
	const attention = attentionItems(input);
	return [
		// It comes first: below the last row of the window it would be missed.
		...(attention.length === 0
			? []
			: [heading('What to know first', width), ...attention, gap('attention')]),
		heading(
			generation === undefined ? 'What you answered' : 'What was answered then',
			width,
		),
		...answerItems(input),
		gap('answers'),
		...(plan === undefined ? [] : changeItems(plan, input)),
	];
}
