import type {Answers} from '../../answers/schema.js';
import type {ProbeRun} from '../../probes/probe-result.js';
import {counted} from '../../reports/counted.js';
import {busy} from './busy.js';
import type {Conversation} from './conversation.js';
import {valueOrTold} from './tell-failure.js';
import {resultInWords} from './tell-results.js';

/**
 * Proves all the connections, and tells each result as it comes.
 * @returns undefined when it was given up, or could not be done
 */
export async function probeAll(
	{talk, flow}: Conversation,
	answers: Answers,
): Promise<ProbeRun | undefined> {
	const done = await busy(talk, {
		doing: 'Every connection of the list is being tried.',
		work: (signal, tell) =>
			flow.probe(answers, {signal, onResult: result => tell(resultInWords(result))}),
	});
	return valueOrTold(talk, done);
}

/** Proves one row again, and tells what has come of it. */
export async function probeRow(
	{talk, flow}: Conversation,
	answers: Answers,
	{id, run}: {readonly id: string; readonly run: ProbeRun},
): Promise<ProbeRun | undefined> {
	let found = run;
	const done = await busy(talk, {
		doing: `Trying ${id} again.`,
		async work(signal) {
			await flow.probeAgain(answers, {
				id,
				results: run.results,
				signal,
				change(next) {
					found = next(found);
					return found;
				},
			});
			return found;
		},
	});
	const value = valueOrTold(talk, done);
	const changed = value?.results.filter(result => result.id === id) ?? [];
	const others = changedBeside(id, run, value);
	talk.tell(
		...changed.flatMap(result => [resultInWords(result), result.remedy ?? []].flat()),
		...(others === 0
			? []
			: [
					`With it, ${counted(others, 'other result has', 'other results have')} changed.`,
				]),
	);
	return value;
}

/** How many results of other rows are not as they were. */
function changedBeside(
	id: string,
	before: ProbeRun,
	after: ProbeRun | undefined,
): number {
	const known = new Set(before.results.map(resultInWords));
	const others = after?.results.filter(result => result.id !== id) ?? [];
	return others.filter(result => !known.has(resultInWords(result))).length;
}
