import {catalogue, isJudgedByRows, rowsUnder} from '../../catalogue/catalogue.js';
import type {Connection, Direction} from '../../catalogue/connection.js';
import type {ProbeResult} from '../../probes/probe-result.js';
import {type Target, targetsFor} from '../../probes/target.js';
import type {Site, SiteRule} from '../site.js';
import {anywhere, endNamed, endOfPeers, ownEnd, type RowEnd} from './row-end.js';
import {ruleFor} from './rule-for.js';
import {type Known, type Standing, standingOf} from './standing.js';

/** One connection of this site, as its firewalls have to know it. */
export type ConnectionRow = {
	/** The id of a row of the list, or of a rule beside it. */
	readonly id: string;
	/** Who wants it: the vendor's list, the server itself, or the site. */
	readonly origin: SiteRule['origin'];
	readonly direction: Direction;
	readonly source: RowEnd;
	readonly destination: RowEnd;
	/** Undefined where ports mean nothing. */
	readonly port: number | undefined;
	/** `tcp`, `udp`, `icmp`, `icmpv6`. */
	readonly protocol: string;
	/** For the list, in the words of the vendor. */
	readonly usage: string;
	/** The rule of this server's own firewall that permits it. */
	readonly rule: SiteRule | undefined;
	readonly standing: Standing;
	/** What came of trying it; undefined where it was not tried. */
	readonly result: ProbeResult | undefined;
};

/** The rows of the vendor's list, in its order; one with several destinations several times. */
export function listedRows(site: Site): readonly ConnectionRow[] {
	return catalogue.flatMap(connection => rowsOf(connection, site));
}

export function rowsOf(connection: Connection, site: Site): readonly ConnectionRow[] {
	if (connection.direction === 'inbound') {
		return [inboundRow(connection, site)];
	}

	return isJudgedByRows(connection)
		? [portRow(connection, site)]
		: targetsFor(connection, site.answers).map(target =>
				targetRow(connection, target, site),
			);
}

function inboundRow(connection: Connection, site: Site): ConnectionRow {
	const rule = ruleFor(connection, {port: connection.portNumber}, site);
	const unused = rule === undefined ? 'switched off (support.enabled)' : undefined;
	return {
		...listedParts(connection, site, {unused}),
		source: rule === undefined ? [] : endOfPeers(rule.peers, site, 'anyone'),
		destination: ownEnd(site),
		port: connection.portNumber,
		rule,
	};
}

/** What the list has without a destination: the port as such. */
function portRow(connection: Connection, site: Site): ConnectionRow {
	return {
		...listedParts(connection, site),
		source: ownEnd(site),
		destination: endOfPort(connection, site),
		port: connection.portNumber,
		rule: ruleFor(connection, {port: connection.portNumber}, site),
	};
}

/** Where only the listed destinations are permitted, a port is open to these alone. */
function endOfPort(connection: Connection, site: Site): RowEnd {
	const {answers} = site;
	if (answers.outbound.mode !== 'destinations') {
		return anywhere('any destination');
	}

	return rowsUnder(connection)
		.filter(({retired}) => retired === undefined)
		.flatMap(row => targetsFor(row, answers))
		.flatMap(({kind, host}) => (kind === 'host' ? endNamed(host, site) : []));
}

function targetRow(connection: Connection, target: Target, site: Site): ConnectionRow {
	const {host, port} = target;
	const unused = target.kind === 'nothing' ? target.reason : undefined;
	return {
		...listedParts(connection, site, {host, unused}),
		source: ownEnd(site),
		destination: endNamed(host, site),
		port,
		rule: ruleFor(connection, {port, host}, site),
	};
}

function listedParts(
	connection: Connection,
	{run}: Site,
	{host, unused}: Pick<Known, 'unused'> & {readonly host?: string} = {},
) {
	const {id, direction, protocol, usage, retired} = connection;
	const result = run?.results.find(
		each => each.id === id && (host === undefined || each.destination === host),
	);
	const known = {unused, ...(retired === undefined ? {} : {retired})};
	const standing = standingOf(result, run, known);
	return {id, origin: 'list', direction, protocol, usage, standing, result} as const;
}
