import {middleOf} from '../../pairs.js';
import type {Call, Span} from './calls.js';
import type {Watched} from './watch-way.js';

/** What became of the calls that began in some spans. */
export type Fate = {
	readonly calls: number;
	readonly failed: number;
	/** Answered, but later than somebody would at once. */
	readonly delayed: number;
	readonly strangers: number;
	readonly letIn: number;
	/** The longest time without an answer, in the middle one of the spans. */
	readonly gap: number;
	readonly worstGap: number;
};

export type Judged = {
	readonly applying: Fate;
	/** As long each time, and just after it. */
	readonly quiet: Fate;
	/** The middle of the ratios of the gaps of each round. */
	readonly gapRatio: number;
	readonly repeated: number;
	/** Milliseconds that it took to put the rules into effect. */
	readonly took: number;
	/** By how many milliseconds the caller itself was late at worst. */
	readonly lag: number;
};

/** Milliseconds; a packet that was dropped is asked again only after a second. */
const late = 200;

export function judgeWatched(watched: Watched): Judged {
	const {calls, repeated, rounds} = watched;
	const spans = rounds.map(({applying}) => applying);
	return {
		applying: fateIn(spans, watched),
		quiet: fateIn(
			rounds.map(({quiet}) => quiet),
			watched,
		),
		gapRatio: middleOf(
			rounds.map(
				({applying, quiet}) => longestGap(calls, applying) / longestGap(calls, quiet),
			),
		),
		repeated,
		took: middleOf(spans.map(({from, to}) => to - from)),
		lag: Math.max(...calls.map(({due, begun}) => begun - due)),
	};
}

function fateIn(
	spans: readonly Span[],
	{calls: all, strangers: allStrangers}: Pick<Watched, 'calls' | 'strangers'>,
): Fate {
	const isInside = ({begun}: Call) =>
		spans.some(({from, to}) => begun >= from && begun < to);
	const calls = all.filter(isInside);
	const strangers = allStrangers.filter(isInside);
	const gaps = spans.map(span => longestGap(all, span));
	return {
		calls: calls.length,
		failed: calls.filter(({answered}) => answered === undefined).length,
		delayed: calls.filter(({begun, answered = begun}) => answered - begun > late).length,
		strangers: strangers.length,
		letIn: strangers.filter(({answered}) => answered !== undefined).length,
		gap: middleOf(gaps),
		worstGap: Math.max(...gaps),
	};
}

/** Between two answers, or between one and an end of the span. */
function longestGap(calls: readonly Call[], {from, to}: Span): number {
	const answers = calls
		.flatMap(({answered}) => (answered === undefined ? [] : [answered]))
		.filter(answered => answered >= from && answered <= to)
		.toSorted((a, b) => a - b);
	const times = [from, ...answers, to];
	return Math.max(...times.slice(1).map((time, index) => time - (times[index] ?? time)));
}
