import {formatMoment} from '../moment.js';
import type {ProbeResult, ProbeRun} from '../probes/probe-result.js';
import {asciiWords} from './ascii-words.js';
import {nameOfParty, type Party, resultsFor} from './party.js';
import {endOf, type Server} from './request-items.js';

/** What fails, in few characters: for a code that a phone reads off a screen. */
export function compactLines(
	parties: readonly Party[],
	run: ProbeRun,
	{hostname, from}: Server,
): readonly string[] {
	return [
		`${asciiWords(hostname)} ${asciiWords(from[4])}`,
		formatMoment(run.finishedAt),
		...(parties.length === 0 ? ['Nothing fails.'] : []),
		...parties.flatMap(party => {
			const theirs = resultsFor(party, run.results).filter(
				({verdict}) => verdict !== 'skipped',
			);
			// A name at the end of a code would be over nothing.
			return theirs.map(
				(result, index) =>
					`${index === 0 ? `For ${nameOfParty(party)}:\n` : ''}${lineOf(result)}`,
			);
		}),
	];
}

/** `license.looker.com 443/tcp 34.149.1.7 tcp.timeout` */
function lineOf(result: ProbeResult): string {
	const {destination, address, cause, detail} = result;
	return [
		endOf(result),
		address === null || address === destination ? '' : asciiWords(address),
		cause ?? asciiWords(detail),
	]
		.filter(Boolean)
		.join(' ');
}
