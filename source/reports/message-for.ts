import {gravestFirst, type ProbeResult, type ProbeRun} from '../probes/probe-result.js';
import {asciiWords} from './ascii-words.js';
import {nameOfParty, type Party, resultsFor} from './party.js';
import {endOf, requestItems, type Server} from './request-items.js';
import {requestFor} from './requests/request-for.js';
import {timeOfRun} from './time-of-run.js';
import {wrap} from './wrap.js';

/** As wide as mails and tickets have it. */
export const mailColumns = 72;

/**
 * The text for whoever must act, as it can be mailed: what is asked for, by what was seen,
 * when, and how it was tried. One request for all the connections that need the same.
 */
export function messageFor(
	party: Party,
	run: ProbeRun,
	server: Server,
	width = mailColumns,
): string {
	const theirs = resultsFor(party, run.results);
	const isOwn = party.owner === 'this-host';
	const requests = [
		...Map.groupBy(gravestFirst(theirs.filter(asks)), result => requestOf(result, isOwn)),
	];
	const name = nameOfParty(party);
	const hostname = asciiWords(server.hostname, 253);
	const title = `AppsAnywhere Analytics on ${hostname}: for ${name}`;
	if (requests.length === 0) {
		return [...wrap(title, width), '', `Nothing is asked of ${name}.`, ''].join('\n');
	}

	const introduction = `The server ${hostname} (${asciiWords(server.from[4])}) runs AppsAnywhere Analytics. Its network connections were tried ${timeOfRun(run)}.`;
	return [
		...wrap(title, width),
		'',
		...wrap(isOwn ? `${introduction} ${ownHelp}` : introduction, width),
		...requests.flatMap(([request, results], index) => [
			'',
			...hanging(requests.length > 1 ? `${index + 1}. ` : '', request, width),
			...connectionLines(results, server, width),
			...waitingLines(results, theirs, width),
		]),
		...(isOwn ? [] : ['', ...wrap(howTried, width)]),
		'',
	].join('\n');
}

const ownHelp =
	'What follows can be mended on this server itself; nobody else has to act for it.';
const howTried =
	'How it was tried: by analytics-setup, on the server itself. It looks each name up, goes to its addresses by IPv4 and IPv6, and speaks the protocol of the service.';

/** What waits for something else is named with that. */
function asks({verdict}: ProbeResult): boolean {
	return verdict !== 'skipped';
}

/** Whoever reads that this server must be mended gets the remedy itself. */
function requestOf({cause, remedy, detail}: ProbeResult, isOwn: boolean): string {
	const request = cause === null || isOwn ? undefined : requestFor(cause);
	return request ?? asciiWords(remedy ?? detail, 500);
}

function connectionLines(
	results: readonly ProbeResult[],
	server: Server,
	width: number,
): readonly string[] {
	return requestItems(results, server).flatMap(({line, facts}) => [
		'',
		...hanging('   ', line, width),
		...facts.flatMap(([name, text]) => hanging(`      ${name}: `, text, width)),
	]);
}

/** What cannot be tried before this is mended. */
function waitingLines(
	results: readonly ProbeResult[],
	theirs: readonly ProbeResult[],
	width: number,
): readonly string[] {
	const causes = new Set(results.map(({cause}) => cause));
	const waiting = theirs.filter(result => !asks(result) && causes.has(result.cause));
	const ends = new Set(waiting.map(endOf));
	return ends.size === 0
		? []
		: ['', ...hanging('   ', `Until then these wait: ${[...ends].join(', ')}.`, width)];
}

/** A paragraph whose further lines stand under the text of the first one. */
function hanging(label: string, text: string, width: number): readonly string[] {
	return wrap(text, width - label.length).map(
		(line, index) => `${index === 0 ? label : ' '.repeat(label.length)}${line}`,
	);
}
