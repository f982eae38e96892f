import type {Failure} from '../../../failure.js';
import type {ApplyStage} from '../../../flow/apply.js';
import type {Marks} from '../../../reports/marks.js';
import {shorten, wrap} from '../../../reports/wrap.js';
import type {Standing} from '../../trial/standing.js';
import {labelled, marked} from '../../widgets/lines.js';
import type {Line} from '../../widgets/scroll.js';
import {hangsWhileShutOut, stageWords, whatFollows} from '../../words/applying.js';
import {remediesFor} from '../../words/failing.js';

/** A stage that has begun, and when, by the clock of `performance`. */
export type Begun = {readonly stage: ApplyStage; readonly at: number};

export type ApplyView = {
	/** All that there will be; none where nothing is tried. */
	readonly stages: readonly ApplyStage[];
	/** In their order; the last one is the one that goes on. */
	readonly begun: readonly Begun[];
	/** When all of it was over; undefined while it goes on. */
	readonly endedAt: number | undefined;
	readonly failure: Failure | undefined;
	readonly standing: Standing;
	readonly trialSeconds: number;
	readonly marks: Marks;
	readonly width: number;
};

/** Every stage with its state, and what follows: to keep the new rules or to take them back. */
export function applyLines(view: ApplyView): readonly Line[] {
	const {stages, failure} = view;
	const told = stages.map(stage => stageLine(stage, view));
	const rest = failure === undefined ? followingLines(view) : failureLines(failure, view);
	return stages.length === 0 ? rest : [...told, {text: ''}, ...rest];
}

/** Why it was not applied, and what to do next. */
function failureLines(
	failure: Failure,
	{marks, width}: Pick<ApplyView, 'marks' | 'width'>,
): readonly Line[] {
	return [
		...marked({text: marks.verdict.fail, colour: 'red'}, failure.message, width),
		...remediesFor(failure).flatMap(remedy =>
			labelled('', remedy, {nameColumns: 2, width}),
		),
	];
}

function stageLine(stage: ApplyStage, view: ApplyView): Line {
	const {mark, colour, word, isDim = false} = stateOf(stage, view);
	const room = view.width - 2 - word.length - 2;
	const text = shorten(stageWords[stage], room, view.marks.more).padEnd(room + 2);
	return {mark: {text: mark, colour}, text: `${text}${word}`, isDim};
}

type State = {
	readonly mark: string;
	readonly colour: string | undefined;
	readonly word: string;
	readonly isDim?: boolean;
};

function stateOf(stage: ApplyStage, {begun, endedAt, failure, marks}: ApplyView): State {
	const index = begun.findIndex(each => each.stage === stage);
	const start = begun[index];
	if (start === undefined) {
		const word = failure === undefined ? 'to come' : 'not done';
		return {mark: marks.toCome, colour: undefined, word, isDim: true};
	}

	const end = begun[index + 1]?.at ?? endedAt;
	if (end === undefined) {
		return {mark: marks.here, colour: undefined, word: 'now'};
	}

	return failure !== undefined && index === begun.length - 1
		? {mark: marks.verdict.fail, colour: 'red', word: 'failed'}
		: {mark: marks.done, colour: 'green', word: doneIn(end - start.at)};
}

/** `done in 0.4 s`, `done in 12 s`; what took no time is just done. */
function doneIn(milliseconds: number): string {
	const seconds = milliseconds / 1000;
	return seconds < 0.05 ? 'done' : `done in ${seconds.toFixed(seconds < 9.95 ? 1 : 0)} s`;
}

/** Said before it happens: what is drawn afterwards may not get through. */
function followingLines({
	stages,
	standing,
	trialSeconds,
	marks,
	width,
}: ApplyView): readonly Line[] {
	if (stages.length === 0) {
		return [];
	}

	const {toKeep, toTakeBack} = whatFollows(standing);
	const lead =
		standing.kind === 'shut-out'
			? marked(
					{text: marks.attention, colour: 'yellow'},
					hangsWhileShutOut(trialSeconds),
					width,
				)
			: wrap(`Then you have ${trialSeconds} seconds to keep the new rules.`, width).map(
					text => ({text, isBold: true}),
				);
	return [
		...lead,
		...labelled('To keep', toKeep, {nameColumns, width}),
		...labelled('To take back', toTakeBack, {nameColumns, width}),
	];
}

const nameColumns = 14;
