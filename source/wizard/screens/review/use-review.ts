import {useMemo} from 'react';
import {adviseOnAnswers} from '../../../answers/advice.js';
import type {Plan} from '../../../flow/plan.js';
import {askObserved} from '../../ask-observed.js';
import {useLook} from '../../widgets/look.js';
import {type Task, useTask} from '../../widgets/use-task.js';
import type {ReviewItem} from './review-items.js';
import {reviewItems} from './review-lines.js';
import type {ReviewScreenProps} from './review-screen.js';

export type Review = {
	readonly task: Task<Plan>;
	/** What is known of it so far: the answers are there at once. */
	readonly items: readonly ReviewItem[];
};

/** Works the plan out, and tells the review in lines. */
export function useReview({
	answers,
	generation,
	machine,
	flow,
}: Pick<ReviewScreenProps, 'answers' | 'generation' | 'machine' | 'flow'>): Review {
	const {columns, marks} = useLook();
	const task = useTask(answers, () =>
		generation === undefined ? flow.planFor(answers) : flow.planBack(generation),
	);
	const newest = useTask('newest', () => machine.transactions.newest());
	const asked = useTask(answers, signal => askObserved(flow, answers, signal));
	const remarks = useMemo(() => adviseOnAnswers(answers), [answers]);
	const plan = task.state === 'done' ? task.value : undefined;
	const failure = task.state === 'failed' ? task.failure : undefined;
	// When it cannot be read, nothing is called changed.
	const inEffect = newest.state === 'done' ? newest.value?.answers : undefined;
	const observed = asked.state === 'done' ? asked.value : undefined;
	const items = useMemo(
		() =>
			reviewItems({
				answers,
				inEffect,
				plan,
				failure,
				remarks,
				observed,
				backend: machine.backend,
				sshSession: machine.sshSession,
				generation: generation?.number,
				marks,
				width: columns - 2,
			}),
		[
			answers,
			inEffect,
			plan,
			failure,
			remarks,
			observed,
			machine,
			generation,
			marks,
			columns,
		],
	);
	return {task, items};
}
