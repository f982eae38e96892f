import {emptyLists} from '../answers/advice.js';
import type {Progress} from './progress.js';
import {isAnswered} from './step.js';
import {steps} from './steps/index.js';

/** A page on the progress line. */
export type Milestone = {
	readonly title: string;
	/** Incomplete is what was answered, but with an empty list. */
	readonly state: 'done' | 'incomplete' | 'here' | 'to-come';
	/** Whether one can go there from here. */
	readonly isOpen: boolean;
};

/** Every page of the wizard, and last the review: what is done, where we are, what is to come. */
export function milestonesOf({
	place,
	draft,
}: Pick<Progress, 'place' | 'draft'>): readonly Milestone[] {
	const here = place.at === 'step' ? place.step : undefined;
	const empty = emptyLists(draft).map(({path}) => path);
	const next = steps.findIndex(step => !isAnswered(step, draft));
	return [
		...steps.map((step, index): Milestone => {
			const isDone = isAnswered(step, draft);
			const done = step.fields.some(({id}) => empty.includes(id)) ? 'incomplete' : 'done';
			return {
				title: step.title,
				state: step === here ? 'here' : isDone ? done : 'to-come',
				isOpen: step === here || isDone || index === next,
			};
		}),
		{
			title: 'Review',
			state: place.at === 'review' ? 'here' : 'to-come',
			isOpen: next === -1,
		},
	];
}

/** The next page to either side that is open; the same one when there is none. */
export function openBeside(
	milestones: readonly Milestone[],
	at: number,
	distance: -1 | 1,
): number {
	const open = [...milestones.keys()].filter(index => milestones[index]?.isOpen);
	const beside =
		distance === 1 ? open.find(index => index > at) : open.findLast(index => index < at);
	return beside ?? at;
}
