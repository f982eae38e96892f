import type {Answers} from '../../answers/schema.js';
import type {ProbeResult} from '../../probes/probe-result.js';
import {evidenceFacts, observedLines} from '../../reports/evidence.js';
import {keptBecause} from '../../reports/kept-because.js';
import {otherEnd} from '../../reports/result-groups.js';
import type {Talk} from './talk.js';

/** What is known of the results of a row, each fact after its name. */
export function tellEvidence(
	talk: Talk,
	results: readonly ProbeResult[],
	answers: Answers,
): void {
	for (const result of results) {
		const facts = evidenceFacts(result, keptBecause(result, answers));
		talk.tell(
			'',
			...facts.map(([name, text]) => (name === '' ? text : `${name}: ${text}`)),
		);
	}

	talk.tell(
		...(results.length === 0 ? [] : ['Type observed and the name for every detail.']),
	);
}

/** What was observed, as it was observed: long, and for whoever knows the protocols. */
export function tellObserved(talk: Talk, results: readonly ProbeResult[]): void {
	for (const result of results) {
		const [first = '', ...others] = observedLines(result)
			.map(line => line.trim())
			.filter(line => line !== '');
		talk.tell('', `Observed: ${first}`, ...others);
	}
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
