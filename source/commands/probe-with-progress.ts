import type {Answers} from '../answers/schema.js';
import type {Flow} from '../flow/flow.js';
import type {ProbeResult, ProbeRun} from '../probes/probe-result.js';
import {countDone, probingLine} from '../reports/probing-line.js';
import {duringStage, tellEvent} from './progress.js';
import {openStatusLine} from './status-line.js';

export type ProbeRequest = {
	readonly ids?: readonly string[];
	/** Whether nothing is to be said about it meanwhile. */
	readonly isSilent: boolean;
	readonly signal: AbortSignal;
};

/** Proves connections, and says on the terminal how far that is. */
export async function probeWithProgress(
	flow: Pick<Flow, 'probe'>,
	answers: Answers,
	{isSilent, signal, ...rows}: ProbeRequest,
): Promise<ProbeRun> {
	const statusLine = openStatusLine(isSilent);
	const results: ProbeResult[] = [];
	const show = () => statusLine.show(probingLine(results, answers, rows.ids));
	show();
	try {
		return await duringStage('probe', () =>
			flow.probe(answers, {
				...rows,
				signal,
				onResult(result) {
					results.push(result);
					tellResult(result, countDone(results, rows.ids));
					show();
				},
			}),
		);
	} finally {
		statusLine.clear();
	}
}

function tellResult(
	{id, destination, port, protocol, verdict, cause, milliseconds}: ProbeResult,
	{done, all}: {readonly done: number; readonly all: number},
): void {
	const result = {id, destination, port, protocol, verdict, cause, milliseconds};
	tellEvent({event: 'result', ...result, done, all});
}
