import {formatAddress} from '../../addresses/address.js';
import type {Remark} from '../../answers/remark.js';
import type {Backend} from '../../firewall/backend.js';
import type {Plan} from '../../flow/flow.js';
import {describeNeed} from '../../policy/describe.js';
import type {Marks} from '../../reports/marks.js';
import {wrap} from '../../reports/wrap.js';
import {steps} from '../steps/index.js';
import type {Line} from '../widgets/scroll.js';

const signs = {add: '+', remove: '-', change: '~'} as const;
const colours = {add: 'green', remove: 'red', change: 'yellow'} as const;

export type ReviewInput = {
	readonly plan: Plan;
	readonly remarks: readonly Remark[];
	readonly backend: Backend;
	readonly marks: Marks;
	readonly width: number;
};

/** The plan in words, what it leaves open for the host, and what to think about. */
export function reviewLines({
	plan,
	remarks,
	backend,
	marks,
	width,
}: ReviewInput): readonly Line[] {
	const isFiles = backend.name === 'files';
	const needs = plan.policy.rules.filter(({origin}) => origin === 'host');
	const needIds = new Set(needs.map(({id}) => id));
	// At first all of them are new, and said in one sentence; later each change counts.
	const isFirst = plan.changes.some(
		({action, rule}) => action === 'add' && rule === 'loopback',
	);
	const changes = plan.changes.filter(({rule}) => !(isFirst && needIds.has(rule)));
	const bullet = (mark: string, text: string, colour?: string): readonly Line[] =>
		wrap(text, width - 2).map((line, index) => ({
			mark: {text: index === 0 ? mark : ' ', colour},
			text: line,
		}));
	const heading = isFiles
		? 'What will be written to files; nothing takes effect on this server'
		: "What will change in this server's own firewall";
	return [
		{
			text:
				plan.changes.length === 0
					? 'Nothing will change: all is as you answered'
					: heading,
			isBold: true,
		},
		// What wants attention comes first: below the last row of the window it would be missed.
		...lockOutLines(plan, bullet, marks),
		...plan.policy.warnings.flatMap(text => bullet(marks.attention, text, 'yellow')),
		...remarks.flatMap(remark =>
			bullet(marks.attention, describeRemark(remark), 'yellow'),
		),
		{text: ''},
		...changes.flatMap(({action, text}) => bullet(signs[action], text, colours[action])),
		...bullet(
			' ',
			`also kept open because the host needs it: ${[...new Set(needs.map(describeNeed))].join(', ')}`,
		).map(line => ({...line, isDim: true})),
		...(isFiles
			? bullet(marks.attention, `The files go to ${backend.place}.`, 'yellow')
			: []),
	];
}

/** Where to go to change it, what was answered, and what is odd about it. */
function describeRemark({path, value, reason}: Remark): string {
	const index = steps.findIndex(({sections}) =>
		sections.some(section => section === path.split('.')[0]),
	);
	const step = steps[index];
	const place = step === undefined ? path : `${index + 1} ${step.title}`;
	return `${place}: ${typeof value === 'string' ? `${value} ` : ''}${reason}`;
}

function lockOutLines(
	{lockedOut}: Plan,
	bullet: (mark: string, text: string, colour?: string) => readonly Line[],
	marks: Marks,
): readonly Line[] {
	return lockedOut === undefined
		? []
		: bullet(
				marks.verdict.fail,
				`You are connected from ${formatAddress(lockedOut)} and could not log in again after this. Add that address on the page Support first, or apply from the console.`,
				'red',
			);
}
