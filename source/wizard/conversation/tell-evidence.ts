import type {Answers} from '../../answers/schema.js';
import type {ProbeResult} from '../../probes/probe-result.js';
import {keptBecause} from '../../reports/kept-because.js';
import {otherEnd} from '../../reports/result-groups.js';
import {evidenceLines} from '../screens/results/evidence-lines.js';
import type {Talk} from './talk.js';

/** What is known of the results of a row, each fact after its name. */
export function tellEvidence(
	talk: Talk,
	results: readonly ProbeResult[],
	answers: Answers,
): void {
	for (const result of results) {
		talk.tell('', ...partsOf(result, answers).facts);
	}

	talk.tell(
		...(results.length === 0 ? [] : ['Type observed and the name for every detail.']),
	);
}

/** What was observed, as it was observed: long, and for whoever knows the protocols. */
export function tellObserved(
	talk: Talk,
	results: readonly ProbeResult[],
	answers: Answers,
): void {
	for (const result of results) {
		talk.tell('', ...partsOf(result, answers).observed);
	}
}

function partsOf(result: ProbeResult, answers: Answers) {
	const kept = keptBecause(result, answers);
	const lines = evidenceLines(result, Number.POSITIVE_INFINITY, kept).map(({text}) =>
		text.trim().replace(/ {2,}/, ': '),
	);
	const at = lines.findIndex(line => line.startsWith('Observed: '));
	return {facts: lines.slice(0, at), observed: lines.slice(at)};
}

/** The results that somebody means, by the name of a row or by its other end. */
export function resultsNamed(
	name: string,
	results: readonly ProbeResult[],
): readonly ProbeResult[] {
	const wanted = name.toLowerCase();
	const byId = results.filter(({id}) => id === wanted);
	return byId.length > 0
		? byId
		: results.filter(result => otherEnd(result).toLowerCase() === wanted);
}
