import {stringify} from 'yaml';
import type {ProbeResult, WayResult} from '../probes/probe-result.js';
import {nameOfParty, partyOf} from './party.js';
import {endAndPort} from './result-groups.js';

/** A fact under its name; what stands under the one before it has none. */
export type EvidenceFact = readonly [name: string, text: string];

/**
 * What is known of one result: verdict, what was seen, what to do, and every way.
 * @param kept why the answers behind it were kept although they did not work
 */
export function evidenceFacts(
	result: ProbeResult,
	kept: readonly string[] = [],
): readonly EvidenceFact[] {
	const {id, address, detail, remedy, cause, ways} = result;
	const facts: readonly EvidenceFact[] = [
		['Connection', endAndPort(result, ', ')],
		['Verdict', verdictOf(result)],
		['Seen', detail],
		['Address', address ?? ''],
		['To do', remedy ?? ''],
		...kept.map(note => ['Kept since', note] as const),
		...ways.flatMap(factsOfWay),
		['Known as', [id, cause].filter(Boolean).join(', ')],
	];
	return facts.filter(([, text]) => text !== '');
}

/** Every detail that was observed, as it was, a line each. */
export function observedLines({
	evidence,
}: Pick<ProbeResult, 'evidence'>): readonly string[] {
	const text = evidence === null ? 'nothing' : stringify(evidence, {lineWidth: 0});
	return text.trimEnd().split('\n');
}

function verdictOf(result: ProbeResult): string {
	const party = partyOf(result);
	return party === undefined
		? result.verdict
		: `${result.verdict}, for ${nameOfParty(party)}`;
}

/** How far one way went, and how long each stage took. */
function factsOfWay({
	via,
	address,
	verdict,
	detail,
	stages,
}: WayResult): readonly EvidenceFact[] {
	const times = stages.map(({stage, milliseconds}) => `${stage} ${milliseconds} ms`);
	return [
		[via === 'proxy' ? 'By proxy' : `By ${via}`, `${address}: ${verdict}, ${detail}`],
		['', times.join(', ')],
	];
}
