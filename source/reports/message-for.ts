import type {ProbeRun} from '../probes/probe-result.js';
import {asciiWords} from './ascii-words.js';
import {nameOfParty, type Party} from './party.js';
import {requestsOf, untilThen} from './party-requests.js';
import type {RequestItem, Server} from './request-items.js';
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
	const requests = requestsOf(party, run, server);
	const isOwn = party.owner === 'this-host';
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
		...requests.flatMap(({text, items, waiting}, index) => [
			'',
			...hanging(requests.length > 1 ? `${index + 1}. ` : '', text, width),
			...connectionLines(items, width),
			...waitingLines(waiting, width),
		]),
		...(isOwn ? [] : ['', ...wrap(`How it was tried: ${howTried}`, width)]),
		'',
	].join('\n');
}

const ownHelp =
	'What follows can be mended on this server itself; nobody else has to act for it.';
/** How the evidence of every request came about, after "It was tried". */
export const howTried =
	'by analytics-setup, on the server itself. It looks each name up, goes to its addresses by IPv4 and IPv6, and speaks the protocol of the service.';

function connectionLines(
	items: readonly RequestItem[],
	width: number,
): readonly string[] {
	return items.flatMap(({line, facts}) => [
		'',
		...hanging('   ', line, width),
		...facts.flatMap(([name, text]) => hanging(`      ${name}: `, text, width)),
	]);
}

/** What cannot be tried before this is mended. */
function waitingLines(waiting: readonly string[], width: number): readonly string[] {
	return waiting.length === 0 ? [] : ['', ...hanging('   ', untilThen(waiting), width)];
}

/** A paragraph whose further lines stand under the text of the first one. */
function hanging(label: string, text: string, width: number): readonly string[] {
	return wrap(text, width - label.length).map(
		(line, index) => `${index === 0 ? label : ' '.repeat(label.length)}${line}`,
	);
}
