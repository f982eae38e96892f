import type {Marks} from '../../reports/marks.js';
import {wrap} from '../../reports/wrap.js';
import type {Line} from '../widgets/scroll.js';
import {comparisonInWords} from '../words/comparison.js';
import {howToProve} from '../words/proving.js';
import type {Login} from './new-logins.js';
import type {Standing} from './standing.js';
import type {Compared} from './use-comparison.js';

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
	const {lead, explanation} = howToProve(standing, digit);
	return [
		...wrap(lead, width).map((text): Line => ({text, isBold: true})),
		...wrap(`${explanation} type`, width).map((text): Line => ({text})),
	];
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

	const {broken} = compared;
	if (broken.length === 0) {
		return [
			{mark: {text: marks.done, colour: 'green'}, text: comparisonInWords(compared)},
		];
	}

	const sentence = `${comparisonInWords(compared)} U puts the old rules back.`;
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
