import type {Change} from '../../../firewall/plan.js';
import {frontsOf, type Plan} from '../../../flow/plan.js';
import {describeNeed} from '../../../policy/describe.js';
import type {Policy, Rule} from '../../../policy/policy.js';
import {bullet, gap, heading, type ReviewItem} from './review-items.js';
import type {ReviewInput} from './review-lines.js';

const signs = {add: '+', remove: '-', change: '~'} as const;
const colours = {add: 'green', remove: 'red', change: 'yellow'} as const;

/** The plan as a diff, and what else has a say. */
export function changeItems(plan: Plan, input: ReviewInput): readonly ReviewItem[] {
	const {backend, marks, width} = input;
	const attention = (text: string) =>
		bullet({id: text, mark: marks.attention, colour: 'yellow', texts: [text]}, width);
	return [
		heading(headingOf(plan, input), width),
		...ruleItems(plan, input),
		...frontsOf(plan).map(front =>
			bullet(
				{
					id: `front ${front}`,
					texts: [`${front} is changed too, so that what it says stays true`],
				},
				width,
			),
		),
		...(backend.name === 'files' ? [attention(`The files go to ${backend.place}.`)] : []),
		...(plan.neighbours.length === 0
			? []
			: [gap('neighbours'), heading('What else has a say about packets here', width)]),
		...plan.neighbours.map(attention),
	];
}

function headingOf(
	plan: Plan,
	{backend, generation}: Pick<ReviewInput, 'backend' | 'generation'>,
): string {
	if (plan.changes.length === 0) {
		return generation === undefined
			? 'Nothing will change: all is as you answered'
			: `No rule will change: all is as in generation ${generation}`;
	}

	const counts = countsIn(toldChanges(plan));
	return backend.name === 'files'
		? `What will be written to files; nothing takes effect on this server (${counts})`
		: `What will change in this server's own firewall (${counts})`;
}

/** `+9 -1` */
function countsIn(changes: readonly Change[]): string {
	const byAction = Object.groupBy(changes, ({action}) => action);
	return (['add', 'remove', 'change'] as const)
		.flatMap(action => {
			const count = byAction[action]?.length ?? 0;
			return count === 0 ? [] : [`${signs[action]}${count}`];
		})
		.join(' ');
}

/** What the host needs is new altogether at first, and said in one sentence; later each change counts. */
function toldChanges({changes, policy}: Plan): readonly Change[] {
	const isFirst = changes.some(
		({action, rule}) => action === 'add' && rule === 'loopback',
	);
	const needIds = new Set(needsIn(policy).map(({id}) => id));
	return changes.filter(({rule}) => !(isFirst && needIds.has(rule)));
}

function needsIn({rules}: Policy): readonly Rule[] {
	return rules.filter(({origin}) => origin === 'host');
}

function ruleItems(plan: Plan, {marks, width}: ReviewInput): readonly ReviewItem[] {
	const needs = needsIn(plan.policy);
	return [
		...toldChanges(plan).map(({action, text}, index) =>
			inFewLines(
				bullet(
					{
						id: `change ${index}`,
						mark: signs[action],
						colour: colours[action],
						texts: [text],
					},
					width,
				),
				marks.more,
			),
		),
		bullet(
			{
				id: 'needs of the host',
				texts: [
					`also kept open because the host needs it: ${[...new Set(needs.map(describeNeed))].join(', ')}`,
				],
				isDim: true,
			},
			width,
		),
	];
}

/** So many lines are told of one change; the raw rules have all of it. */
const mostLines = 4;

function inFewLines(item: ReviewItem, more: string): ReviewItem {
	const {lines} = item;
	const last = lines[mostLines - 1];
	if (last === undefined || lines.length === mostLines) {
		return item;
	}

	const rest = `${more} ${lines.length - mostLines + 1} more lines: R shows them`;
	return {...item, lines: [...lines.slice(0, mostLines - 1), {...last, text: rest}]};
}
