/** What is counted, and how it is written: `59 ms`, `1.0 B`, `812 connections/s`. */
export type Unit =
	| 'ms'
	| 'B'
	| 'B/s'
	| 'MB'
	| 'connections'
	| 'connections/s'
	| 'switches'
	| 'targets'
	/** How many times as much. */
	| 'times';

export type Figure = {
	readonly value: number;
	readonly unit: Unit;
};

/** What must hold, of the ratio to the peer or of the figure by itself. */
export type Limit =
	| {readonly of: 'ratio'; readonly atMost: number}
	| {readonly of: 'ratio'; readonly atLeast: number}
	| {readonly of: 'figure'; readonly atMost: number};

/** A figure of ours beside that of a peer, both of the same run. */
export type Finding = {
	/** For example "start of status --json, as a bundle". */
	readonly what: string;
	readonly ours: Figure;
	/** Undefined where only a limit stands beside it. */
	readonly peer: {readonly name: string; readonly figure: Figure} | undefined;
	/** Ours divided by the peer's: of pairs, not of these two figures. */
	readonly ratio: number | undefined;
	/** Undefined: told for comparison only. */
	readonly limit: Limit | undefined;
};

/** Whether what must hold does; a finding without a limit always does. */
export function holds({ours, ratio, limit}: Finding): boolean {
	if (limit === undefined) {
		return true;
	}

	const measured = limit.of === 'ratio' ? (ratio ?? Number.NaN) : ours.value;
	return 'atMost' in limit ? measured <= limit.atMost : measured >= limit.atLeast;
}
