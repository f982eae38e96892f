import type {Connection} from '../../catalogue/connection.js';
import {formatMoment} from '../../moment.js';
import type {ProbeResult, ProbeRun} from '../../probes/probe-result.js';
import type {Verdict} from '../../probes/verdict.js';
import {type Party, partyOf} from '../party.js';

/** How things stand with a connection, for people who know nothing of how it was tried. */
export type Standing = {
	readonly state: State;
	/** What the state comes from; undefined where nothing was tried. */
	readonly verdict: Verdict | undefined;
	/** What was seen, in few words. */
	readonly seen: string;
	/** Who must act; undefined where nobody has to. */
	readonly party: Party | undefined;
	/** `2026-11-25 14:02 UTC`; undefined where nothing was tried. */
	readonly triedAt: string | undefined;
};

export type State =
	| 'proven'
	| 'fails'
	| 'open'
	| 'waits'
	| 'retired'
	| 'not used'
	| 'cannot be proven'
	| 'not tried';

/** What each state means. */
export const statesInWords: Readonly<Record<State, string>> = {
	proven: 'it was tried from this server and works',
	fails: 'it was tried from this server and does not work',
	open: 'it works only in part, or nobody has come yet by whom it could be seen to work',
	waits: 'it cannot be tried before something else works',
	retired:
		'its destination no longer exists: no firewall can make it work, and nothing has to be permitted',
	'not used': 'this site does not need it, so nothing has to be permitted',
	'cannot be proven': 'nothing answers there by design, so trying it shows nothing',
	'not tried': 'it was not tried',
};

/** What is known of a row without trying it. */
export type Known = Pick<Connection, 'retired'> & {
	/** Why this site does not need it. */
	readonly unused?: string | undefined;
};

export function standingOf(
	result: ProbeResult | undefined,
	run: ProbeRun | undefined,
	known: Known = {},
): Standing {
	if (result === undefined || run === undefined) {
		return untried(known);
	}

	return {
		state: stateOf(result, known),
		verdict: result.verdict,
		seen: seenIn(result),
		// What waits is mended by whoever mends what it waits for.
		party: result.verdict === 'skipped' ? undefined : partyOf(result),
		triedAt: formatMoment(run.startedAt),
	};
}

function untried({retired, unused}: Known): Standing {
	const nothing = {verdict: undefined, party: undefined, triedAt: undefined};
	if (unused !== undefined) {
		return {...nothing, state: 'not used', seen: unused};
	}

	return retired === undefined
		? {...nothing, state: 'not tried', seen: ''}
		: {...nothing, state: 'retired', seen: `retired on ${retired.since}`};
}

function stateOf({verdict, cause}: ProbeResult, {retired}: Known): State {
	if (retired !== undefined && verdict !== 'pass') {
		return 'retired';
	}

	switch (verdict) {
		case 'pass':
			return 'proven';
		case 'fail':
			return 'fails';
		case 'warn':
			return 'open';
		case 'unprovable':
			return cause === 'udp.no-reply-by-design' ? 'cannot be proven' : 'open';
		case 'skipped':
			return cause === 'answers.not-used' ? 'not used' : 'waits';
	}
}

/** `TLS 1.2, HTTP 200; 198.51.100.80, 162 ms` */
function seenIn({detail, address, destination, milliseconds}: ProbeResult): string {
	const where = [
		...(address === null || address === destination ? [] : [address]),
		...(milliseconds === null ? [] : [`${milliseconds} ms`]),
	].join(', ');
	return [detail, where].filter(Boolean).join('; ');
}
