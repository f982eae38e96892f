import type {Marks} from '../../reports/marks.js';
import {marked, plainLines} from '../widgets/lines.js';
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
		...plainLines(lead, width).map(line => ({...line, isBold: true})),
		...plainLines(`${explanation} type`, width),
	];
}

function loginLines({logins, now, marks, width}: TrialView): readonly Line[] {
	const [latest] = logins;
	if (latest === undefined) {
		return marked(
			{text: marks.toCome, colour: undefined},
			'New logins seen: none since the rules changed',
			width,
		);
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
		...marked({text: marks.verdict.fail, colour: 'red'}, sentence, width).map(line => ({
			...line,
			isBold: true,
		})),
		...broken.map(({destination, port, protocol}) => ({
			text: `    ${destination}  ${port}/${protocol}`,
		})),
	];
}
