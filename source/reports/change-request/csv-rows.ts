import type {NamedPeer} from '../../policy/describe.js';
import type {Audience} from '../report-kinds.js';
import type {Site} from '../site.js';
import type {ConnectionRow} from './connection-rows.js';
import {rowsFor} from './rows-for.js';

/** The columns of the table that firewall teams import. */
export const csvColumns = [
	'direction',
	'source',
	'source addresses',
	'destination',
	'destination addresses',
	'port',
	'protocol',
	'usage',
	'required by',
	'state',
	'evidence',
	'tried at',
	'rule id',
	'connection',
] as const;

/** One row for each connection and peer, its addresses with blanks between them. */
export function csvRows(
	site: Site,
	audience: Audience | undefined,
): ReadonlyArray<readonly string[]> {
	return rowsFor(site, audience).flatMap(row =>
		orNobody(row.source).flatMap(source =>
			orNobody(row.destination).map(destination => csvRow(row, source, destination)),
		),
	);
}

const nobody: NamedPeer = {name: 'nobody', addresses: []};

/** What nobody may use is a row too: whoever counts them finds all of the list. */
function orNobody(peers: readonly NamedPeer[]): readonly NamedPeer[] {
	return peers.length === 0 ? [nobody] : peers;
}

function csvRow(
	{id, origin, direction, port, protocol, usage, rule, standing}: ConnectionRow,
	source: NamedPeer,
	destination: NamedPeer,
): readonly string[] {
	return [
		direction,
		source.name,
		source.addresses.join(' '),
		destination.name,
		destination.addresses.join(' '),
		port === undefined ? '' : String(port),
		protocol,
		usage,
		origin,
		standing.state,
		standing.seen,
		standing.triedAt ?? '',
		rule?.id ?? '',
		id,
	];
}
