import type {Marks} from '../../reports/marks.js';
import {wrap} from '../../reports/wrap.js';
import type {Line} from '../widgets/scroll.js';
import type {Standing} from './standing.js';
import type {Compared} from './use-comparison.js';
import type {Login} from './use-logins.js';

/** What the screen of a trial tells. */
export type TrialView = {
	/** How many addresses were read back; null where another guard has taken over. */
	readonly verified: number | null;
	readonly standing: Standing;
	/** The key that proves it. */
	readonly digit: string;
	readonly logins: readonly Login[];
	/** The clock of `performance`. */
	readonly now: number;
	readonly compared: Compared;
	readonly marks: Marks;
	readonly width: number;
};

/** What was done, what broke, and how to show that the new rules let somebody in. */
export function trialLines(view: TrialView): readonly Line[] {
	const {compared} = view;
	const hasBroken = typeof compared === 'object' && compared.broken.length > 0;
	const comparison = comparisonLines(view);
	const gap = comparison.length === 0 ? [] : [blank];
	return [
		...doneLines(view),
		blank,
		...(hasBroken ? [...comparison, blank] : []),
		...proofLines(view),
		blank,
		{text: '    analytics-setup confirm', isBold: true},
		blank,
		...loginLines(view),
		...(hasBroken ? [] : [...gap, ...comparison]),
	];
}

const blank: Line = {text: ''};

function doneLines({verified, marks, width}: TrialView): readonly Line[] {
	const count = verified === null ? 'read back' : `read back: ${verified} of ${verified}`;
	const done = ['old rules saved', 'guard armed', 'loaded', count].map(
		text => `${marks.done} ${text}`,
	);
	const line = done.join('  ');
	return line.length <= width
		? [{text: line}]
		: [{text: done.slice(0, 2).join('  ')}, {text: done.slice(2).join('  ')}];
}

function proofLines({standing, digit, width}: TrialView): readonly Line[] {
	const plain = (text: string) => wrap(text, width).map((line): Line => ({text: line}));
	const bold = (text: string) =>
		wrap(text, width).map((line): Line => ({text: line, isBold: true}));
	switch (standing.kind) {
		case 'judged':
			return [
				...bold(`Press ${digit} to keep the new rules.`),
				...plain(
					'The key has to pass the new rules on its way here: so it shows that they let you in. Or log in again from another window and type',
				),
			];
		case 'unjudged':
			return [
				...bold('Prove that you can get in.'),
				...plain(
					'This session goes on whatever the new rules are. From another window, log in again and type',
				),
			];
		case 'shut-out':
			return [
				...bold(`The new rules shut ${standing.from} out, as you insisted.`),
				...plain(
					'This session stops answering now. Wait: when the old rules return, it goes on. To keep the new ones, log in from an address that they let in and type',
				),
			];
		case 'console':
			return [
				...bold('A console proves nothing about SSH: it works whatever the rules are.'),
				...plain('To prove SSH, log in over the network from another window and type'),
			];
	}
}

function loginLines({logins, now, marks, width}: TrialView): readonly Line[] {
	const [latest] = logins;
	if (latest === undefined) {
		return wrap('New logins seen: none since the rules changed', width).map(text => ({
			text,
			mark: {text: marks.toCome, colour: undefined},
		}));
	}

	const seconds = Math.max(0, Math.round((now - latest.seenAt) / 1000));
	return [
		{
			mark: {text: marks.done, colour: 'green'},
			text: `New logins seen: ${latest.from} connected ${seconds} s ago`,
		},
	];
}

function comparisonLines({compared, marks, width}: TrialView): readonly Line[] {
	if (compared === 'unknown') {
		return [];
	}

	if (compared === 'under-way') {
		return [
			{
				mark: {text: marks.toCome, colour: undefined},
				text: 'What worked before is being tried again',
			},
		];
	}

	const {worked, broken} = compared;
	if (broken.length === 0) {
		return [{mark: {text: marks.done, colour: 'green'}, text: stillWork(worked)}];
	}

	const sentence = `${broken.length} of ${worked} connections that worked before ${broken.length === 1 ? 'fails' : 'fail'} now. U puts the old rules back.`;
	return [
		...wrap(sentence, width - 2).map(
			(text, index): Line => ({
				mark: {text: index === 0 ? marks.verdict.fail : ' ', colour: 'red'},
				text,
				isBold: true,
			}),
		),
		...broken.map(({destination, port, protocol}) => ({
			text: `    ${destination}  ${port}/${protocol}`,
		})),
	];
}

function stillWork(worked: number): string {
	switch (worked) {
		case 0:
			return 'No connection was seen to work before, so none can be compared';
		case 1:
			return 'The one connection that worked before still works';
		default:
			return `${worked} connections that worked before still work`;
	}
}
