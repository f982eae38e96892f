import type {Verdict} from '../../probes/verdict.js';
import {nameOfParty} from '../../reports/party.js';
import type {RowGroup} from '../comparison.js';
import type {StandingSummary} from '../server-summary.js';

/** `fails (tcp.timeout), for the network team`; each way in which the row stands. */
export function standingInWords(value: RowGroup['value']): string {
	return value === null
		? 'not in the report'
		: value.standings.map(inWords).join('; ') || 'not tried';
}

/** What stands out of a row: the gravest of its verdicts. */
export function verdictOf(value: RowGroup['value']): Verdict | undefined {
	const found = value?.standings.map(({verdict}) => verdict) ?? [];
	return byGravity.find(verdict => found.includes(verdict));
}

const byGravity = ['fail', 'warn', 'unprovable', 'skipped', 'pass'] as const;

function inWords({state, cause, owner}: StandingSummary): string {
	const why = cause === null ? '' : ` (${cause})`;
	return `${state}${why}${owner === null ? '' : `, for ${partyInWords(owner)}`}`;
}

/** Nobody who reads it sits at one of these servers. */
function partyInWords(owner: NonNullable<StandingSummary['owner']>): string {
	return owner === 'this-host' ? 'its own administrator' : nameOfParty({owner});
}
