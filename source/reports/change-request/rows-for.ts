import type {Audience} from '../report-kinds.js';
import type {Site} from '../site.js';
import {type ConnectionRow, listedRows} from './connection-rows.js';
import {neededRows} from './needed-rows.js';

/** The connections that concern an audience; all of them without one. */
export function rowsFor(
	site: Site,
	audience: Audience | undefined,
): readonly ConnectionRow[] {
	const rows = [...listedRows(site), ...neededRows(site)];
	const theirs = audience === undefined ? undefined : idsOf[audience];
	return theirs === undefined ? rows : rows.filter(({id}) => theirs.includes(id));
}

/** A network team has to know every connection. */
const idsOf: Readonly<Record<Audience, readonly string[] | undefined>> = {
	network: undefined,
	dba: ['sql-tcp', 'sql-udp', 'sql-browser'],
	mail: ['mail', 'sendgrid'],
	dns: ['dns-udp', 'dns-tcp'],
};
