import {catalogue} from '../../catalogue/catalogue.js';
import type {Chapter, Table} from '../document.js';
import type {Audience} from '../report-kinds.js';
import type {Site} from '../site.js';
import type {ConnectionRow} from './connection-rows.js';
import {
	destinationInWords,
	portInWords,
	sourceInWords,
	standingCells,
} from './row-cells.js';

/** What the list forgets, and what the site has added to it. */
export function beyondTheList(
	rows: readonly ConnectionRow[],
	site: Site,
	audience: Audience | undefined,
): readonly Chapter[] {
	const needs = rows.filter(({origin}) => origin === 'host');
	const additions = rows.filter(({origin}) => origin === 'site');
	const sentences =
		audience === undefined || audience === 'network' ? sentencesAbout(site) : [];
	return [
		{
			id: 'beyond-the-list',
			title: 'What the list does not name, and the server needs',
			blocks: [
				...tablesOf(needs, 'Not in the list: needed by the server itself'),
				...sentences.map(text => ({kind: 'paragraph', text}) as const),
			],
		},
		{
			id: 'additions',
			title: 'What this site has added',
			blocks: tablesOf(additions, 'Not in the list: added by this site'),
		},
	].filter(({blocks}) => blocks.length > 0);
}

/** What "All traffic is bi-directional" in the list comes to. */
const replies =
	'The list says that all traffic is bi-directional. That means that replies must come back. A firewall that keeps track of connections (a stateful one) lets them back by itself: nothing has to be opened the other way.';

const mirrorLists = catalogue
	.filter(({mirrored, retired}) => mirrored !== undefined && retired === undefined)
	.map(({destination}) => destination)
	.join(' and ');

const downloads = `Mirrors: ${mirrorLists} name other machines, from which the updates then come on 443 TCP or 80 TCP. Which ones they are changes from day to day. Where the two ports are not permitted to any destination, updates need a proxy, or a mirror that this site chooses.`;

const noIpv6 =
	'This server has no IPv6 address, so nothing has to be permitted for IPv6.';

const dhcp =
	'DHCP needs a rule only where a firewall stands between this server and its DHCP server, or the relay to it.';

function sentencesAbout({addresses, rules}: Site): readonly string[] {
	const hasIpv6 = addresses.some(address => address.includes(':'));
	const usesDhcp = rules.some(({id}) => id.startsWith('dhcp'));
	return [replies, downloads, ...(usesDhcp ? [dhcp] : []), ...(hasIpv6 ? [] : [noIpv6])];
}

function tablesOf(rows: readonly ConnectionRow[], caption: string): readonly Table[] {
	if (rows.length === 0) {
		return [];
	}

	const columns = [
		'Direction',
		'Source',
		'Destination',
		'Port',
		'Usage',
		'State',
		'Seen',
	];
	const cells = rows.map(row => [
		{text: row.direction},
		{text: sourceInWords(row)},
		{text: destinationInWords(row)},
		{text: portInWords(row)},
		{text: row.usage},
		...standingCells(row),
	]);
	return [{kind: 'table', caption, columns, rows: cells}];
}
