import {setTimeout as delay} from 'node:timers/promises';
import type {Answers} from '../answers/schema.js';
import {type ChangedResult, changedResults} from '../probes/changed-results.js';
import type {ProbeResult, ProbeRun} from '../probes/probe-result.js';
import type {Flow} from './flow.js';

export type OutboundWatch = {
	/** What the last run found: the outbound connections of it are proven again. */
	readonly run: ProbeRun;
	/** How long to wait between two runs, in milliseconds. */
	readonly pause: number;
	readonly onChange: (change: ChangedResult) => void;
	readonly signal: AbortSignal;
};

/** Proves connections again and again, and tells what changes, until it is called off. */
export async function watchOutbound(
	flow: Pick<Flow, 'probe'>,
	answers: Answers,
	{run, pause, onChange, signal}: OutboundWatch,
): Promise<void> {
	let before: readonly ProbeResult[] = run.results.filter(
		({direction}) => direction === 'outbound',
	);
	// With those about this server itself, which stand under no row.
	const ids = [...new Set(before.map(({id}) => id))];
	while (ids.length > 0 && !signal.aborted) {
		await delay(pause, undefined, {signal}).catch(() => undefined);
		if (!signal.aborted) {
			const {results} = await flow.probe(answers, {ids, signal});
			changedResults(before, results).forEach(onChange);
			before = results;
		}
	}
}
