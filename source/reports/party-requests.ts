import {gravestFirst, type ProbeResult, type ProbeRun} from '../probes/probe-result.js';
import {asciiWords} from './ascii-words.js';
import {type Party, resultsFor} from './party.js';
import {endOf, type RequestItem, requestItems, type Server} from './request-items.js';
import {requestFor} from './requests/request-for.js';

/** What is asked of somebody: one request for all the connections that need the same. */
export type PartyRequest = {
	readonly text: string;
	readonly items: readonly RequestItem[];
	/** The connections that cannot be tried before this is mended. */
	readonly waiting: readonly string[];
};

/** What is asked of whoever must act, the gravest first. */
export function requestsOf(
	party: Party,
	{results}: Pick<ProbeRun, 'results'>,
	server: Server,
): readonly PartyRequest[] {
	const theirs = resultsFor(party, results);
	const isOwn = party.owner === 'this-host';
	const requests = Map.groupBy(gravestFirst(theirs.filter(asks)), result =>
		requestOf(result, isOwn),
	);
	return [...requests].map(([text, asked]) => ({
		text,
		items: requestItems(asked, server),
		waiting: waitingFor(asked, theirs),
	}));
}

/** What cannot be tried before a request is met, in a sentence. */
export function untilThen(waiting: readonly string[]): string {
	return `Until then these wait: ${waiting.join(', ')}.`;
}

/** What waits for something else is named with that. */
function asks({verdict}: ProbeResult): boolean {
	return verdict !== 'skipped';
}

/** Whoever reads that this server must be mended gets the remedy itself. */
function requestOf({cause, remedy, detail}: ProbeResult, isOwn: boolean): string {
	const request = cause === null || isOwn ? undefined : requestFor(cause);
	return request ?? asciiWords(remedy ?? detail, 500);
}

function waitingFor(
	asked: readonly ProbeResult[],
	theirs: readonly ProbeResult[],
): readonly string[] {
	const causes = new Set(asked.map(({cause}) => cause));
	const waiting = theirs.filter(result => !asks(result) && causes.has(result.cause));
	return [...new Set(waiting.map(endOf))];
}
