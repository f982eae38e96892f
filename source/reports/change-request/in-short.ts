import type {Chapter} from '../document.js';
import type {Audience} from '../report-kinds.js';
import type {Site} from '../site.js';
import {timeOfRun} from '../time-of-run.js';
import type {ConnectionRow} from './connection-rows.js';
import {isReader} from './is-reader.js';
import {peerInWords} from './row-end.js';
import type {State} from './standing.js';

/** What the server is, what is asked of the reader, and what is still open. */
export function inShort(
	site: Site,
	audience: Audience | undefined,
	rows: readonly ConnectionRow[],
): Chapter {
	const {server, addresses} = site;
	const name = peerInWords({name: server.hostname, addresses});
	const what = `${name} runs AppsAnywhere Analytics, which shows reports out of a SQL database to named users.`;
	return {
		id: 'in-short',
		title: 'In short',
		blocks: [
			{kind: 'paragraph', text: `${what} ${wish(site, audience)}`},
			{
				kind: 'paragraph',
				text: `${standingInWords(site, rows)}${shareOf(site, audience, rows)}`,
			},
		],
	};
}

function wish({answers}: Site, audience: Audience | undefined): string {
	const {sql, smtp} = answers;
	switch (audience) {
		case 'network':
			return 'Please permit the connections in the tables below, and no others, on every firewall between the machines that they name.';
		case 'dba':
			return `Please let it reach the SQL Server ${sql.host}, with a login of SQL Server itself.`;
		case 'mail':
			return `Please let it send mail through ${smtp.host} on ${smtp.port} TCP.`;
		case 'dns':
			return 'Please see to it that its own name and address are in the DNS, and that it can look up the names below.';
		case undefined:
			return 'This paper has every connection that it needs, and what is asked of whom.';
	}
}

const order: ReadonlyArray<readonly [state: State, one: string, many: string]> = [
	['proven', 'works', 'work'],
	['fails', 'fails', 'fail'],
	['open', 'is open', 'are open'],
	['waits', 'waits for others', 'wait for others'],
	['retired', 'is retired', 'are retired'],
	['cannot be proven', 'cannot be proven', 'cannot be proven'],
	['not used', 'is not used', 'are not used'],
	['not tried', 'was not tried', 'were not tried'],
];

/** `Tried on 2026-11-25 at 14:02 UTC, of 26 connections 20 work, 3 fail and 3 are not used.` */
function standingInWords({run}: Site, rows: readonly ConnectionRow[]): string {
	if (run === undefined) {
		return 'Nothing was tried yet: what works already is not known.';
	}

	const counts = order.flatMap(([state, one, many]) => {
		const count = rows.filter(({standing}) => standing.state === state).length;
		return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
	});
	return `They were tried ${timeOfRun(run)}: of ${rows.length} connections ${inSeries(counts)}.`;
}

/** How much of what is open is for the reader to mend. */
function shareOf(
	site: Site,
	audience: Audience | undefined,
	rows: readonly ConnectionRow[],
): string {
	const parties = rows.flatMap(({standing}) => standing.party ?? []);
	const count = parties.filter(party => isReader(party, audience, site)).length;
	if (audience === undefined || parties.length === 0) {
		return '';
	}

	const yours = `${count} of them ${count === 1 ? 'is' : 'are'} asked of you below.`;
	return count === 0 ? ' What is open is for others to mend.' : ` ${yours}`;
}

function inSeries(parts: readonly string[]): string {
	const last = parts.at(-1) ?? '';
	return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
