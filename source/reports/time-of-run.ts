import type {ProbeRun} from '../probes/probe-result.js';

type Times = Pick<ProbeRun, 'startedAt' | 'finishedAt'>;

/** `on 2026-11-25 at 14:02 UTC`; a run in which rows were tried again has a longer time. */
export function timeOfRun({startedAt, finishedAt}: Times): string {
	const [day, start] = partsOf(startedAt);
	const [lastDay, end] = partsOf(finishedAt);
	if (day !== lastDay) {
		return `between ${day} ${start} and ${lastDay} ${end} UTC`;
	}

	return start === end
		? `on ${day} at ${start} UTC`
		: `on ${day} between ${start} and ${end} UTC`;
}

/** The day and the minute of a time in ISO 8601. */
function partsOf(time: string): readonly [day: string, minute: string] {
	return [time.slice(0, 10), time.slice(11, 16)];
}
