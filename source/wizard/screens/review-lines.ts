import {formatAddress} from '../../addresses/address.js';
import type {Remark} from '../../answers/remark.js';
import type {Backend} from '../../firewall/backend.js';
import {describeShutOut} from '../../flow/describe-shut-out.js';
import {frontsOf, type Plan} from '../../flow/plan.js';
import type {SshSession} from '../../host/session.js';
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
	/** The session that the wizard runs in; undefined at a console. */
	readonly sshSession: SshSession | undefined;
	/** The number of the earlier configuration that it goes back to. */
	readonly generation: number | undefined;
	readonly marks: Marks;
	readonly width: number;
};

type Bullet = (mark: string, text: string, colour?: string) => readonly Line[];

/** The plan in words, what it leaves open for the host, and what to think about. */
export function reviewLines(input: ReviewInput): readonly Line[] {
	const {plan, remarks, backend, marks, width} = input;
	const bullet: Bullet = (mark, text, colour) =>
		wrap(text, width - 2).map((line, index) => ({
			mark: {text: index === 0 ? mark : ' ', colour},
			text: line,
		}));
	const attention = (text: string) => bullet(marks.attention, text, 'yellow');
	return [
		{text: headingOf(input), isBold: true},
		// What wants attention comes first: below the last row of the window it would be missed.
		...loginLines(input, bullet),
		...plan.policy.warnings.flatMap(attention),
		...remarks.map(describeRemark).flatMap(attention),
		{text: ''},
		...changeLines(plan, bullet),
		...frontsOf(plan).flatMap(front =>
			bullet(' ', `${front} is changed too, so that what it says stays true`),
		),
		...(backend.name === 'files' ? attention(`The files go to ${backend.place}.`) : []),
		...(plan.neighbours.length === 0
			? []
			: [{text: ''}, {text: 'What else has a say about packets here', isBold: true}]),
		...plan.neighbours.flatMap(attention),
	];
}

function headingOf({plan, backend, generation}: ReviewInput): string {
	if (plan.changes.length === 0) {
		return generation === undefined
			? 'Nothing will change: all is as you answered'
			: `No rule will change: all is as in generation ${generation}`;
	}

	return backend.name === 'files'
		? 'What will be written to files; nothing takes effect on this server'
		: "What will change in this server's own firewall";
}

/** Who is connected and could not come back; or that whoever sits here could. */
function loginLines(
	{plan, backend, sshSession, marks}: ReviewInput,
	bullet: Bullet,
): readonly Line[] {
	if (backend.name === 'files') {
		return [];
	}

	const named = plan.shutOut.flatMap(shutOut =>
		bullet(
			shutOut.isLogin ? marks.verdict.fail : marks.attention,
			describeShutOut(shutOut),
			shutOut.isLogin ? 'red' : 'yellow',
		),
	);
	const self = plan.shutOut.some(({isSelf, isLogin}) => isSelf && isLogin)
		? []
		: sshSession === undefined
			? bullet(marks.attention, atConsole, 'yellow')
			: bullet(
					marks.done,
					`You (${formatAddress(sshSession.client)}) can still log in after this`,
					'green',
				);
	return [...named, ...self];
}

const atConsole = 'You are at a console: nothing here shows whether SSH lets anybody in.';

function changeLines({changes, policy}: Plan, bullet: Bullet): readonly Line[] {
	const needs = policy.rules.filter(({origin}) => origin === 'host');
	const needIds = new Set(needs.map(({id}) => id));
	// At first all of them are new, and said in one sentence; later each change counts.
	const isFirst = changes.some(
		({action, rule}) => action === 'add' && rule === 'loopback',
	);
	return [
		...changes
			.filter(({rule}) => !(isFirst && needIds.has(rule)))
			.flatMap(({action, text}) => bullet(signs[action], text, colours[action])),
		...bullet(
			' ',
			`also kept open because the host needs it: ${[...new Set(needs.map(describeNeed))].join(', ')}`,
		).map(line => ({...line, isDim: true})),
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
