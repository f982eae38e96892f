import {catalogue, isJudgedByRows} from '../../catalogue/catalogue.js';
import type {Chapter, Table} from '../document.js';
import type {NameSaid, Pointer, Site, SiteName} from '../site.js';
import {type ConnectionRow, listedRows} from './connection-rows.js';
import {neededRows} from './needed-rows.js';

/** What whoever runs the DNS has to know: records, names, and who asks. */
export function forDns(site: Site): readonly Chapter[] {
	const names = namesUsed(site);
	return [
		{
			id: 'records',
			title: 'Records that this server needs',
			blocks: [recordTable(site)],
		},
		{
			id: 'names',
			title: 'Names that this server looks up',
			blocks: [
				{kind: 'paragraph', text: whoIsAsked(site)},
				nameTable(names),
				...forwarders(names).map(text => ({kind: 'paragraph', text}) as const),
			],
		},
	];
}

/** Its name has its addresses, and each of these has its name. */
function recordTable({server: {hostname}, addresses, names, pointers}: Site): Table {
	const now = names.find(({name}) => name === hostname);
	const rows = addresses.flatMap(address => [
		[hostname, address.includes(':') ? 'AAAA' : 'A', address, recordNow(address, now)],
		[
			address,
			'PTR',
			hostname,
			pointerNow(
				hostname,
				pointers.find(each => each.address === address),
			),
		],
	]);
	return {
		kind: 'table',
		caption: 'Each record, and whether it is there',
		columns: ['Name or address', 'Type', 'Value', 'In the DNS now'],
		rows: rows.map(row => row.map(text => ({text}))),
	};
}

function recordNow(address: string, now: SiteName | undefined): string {
	const said = now?.said ?? [];
	if (said.some(({server}) => server === hostsFile)) {
		return 'not known: the file /etc/hosts on the server itself has the name';
	}

	const isThere =
		said.length > 0 && said.every(({addresses}) => addresses.includes(address));
	return isThere ? 'yes' : `no: ${saidInWords(said)}`;
}

function pointerNow(hostname: string, now: Pointer | undefined): string {
	if (now === undefined) {
		return 'not looked up';
	}

	const {outcome, names} = now;
	if (outcome !== 'answered') {
		return `no: ${outcomes[outcome]}`;
	}

	const isThere = names.some(name => name.toLowerCase() === hostname.toLowerCase());
	return isThere ? 'yes' : `no: ${names.join(', ')}`;
}

function whoIsAsked({resolvers}: Site): string {
	return resolvers.length === 0
		? 'It is not known which DNS servers this server asks.'
		: `This server asks ${resolvers.join(', ')}. Whatever is asked has to know every name below.`;
}

type NameUsed = SiteName & {readonly rows: readonly ConnectionRow[]};

/** The names that have to be known, but its own, each with the connections that need it. */
function namesUsed(site: Site): readonly NameUsed[] {
	// What a port is open to has rows of its own.
	const rows = [...listedRows(site), ...neededRows(site)].filter(
		row =>
			!isJudgedByRows(row) &&
			row.standing.state !== 'not used' &&
			row.standing.state !== 'retired',
	);
	return site.names
		.filter(({name}) => name !== site.server.hostname)
		.map(found => ({
			...found,
			rows: rows.filter(({source, destination}) =>
				[...source, ...destination].some(({name}) => name === found.name),
			),
		}))
		.filter(found => found.rows.length > 0);
}

function nameTable(names: readonly NameUsed[]): Table {
	return {
		kind: 'table',
		caption: 'Each name, and what is said of it',
		columns: ['Name', 'Needed for', 'What each DNS server says'],
		rows: names.map(({name, rows, said}) => [
			{text: name},
			{text: [...new Set(rows.map(({usage}) => usage))].join('; ')},
			{text: saidInWords(said)},
		]),
	};
}

/** Only names on the Internet are passed on. */
function forwarders(names: readonly NameUsed[]): readonly string[] {
	const external = names.filter(({name}) =>
		catalogue.some(
			({table, destination}) => table === 'External Destinations' && destination === name,
		),
	);
	return external.length === 0
		? []
		: [
				`DNS servers that pass on only what they are told to (conditional forwarders) have to pass on: ${external.map(({name}) => name).join(', ')}.`,
			];
}

/** `10.62.0.53: 10.60.0.11, 2001:db8:60::11; 10.62.0.54: no such name` */
function saidInWords(said: readonly NameSaid[]): string {
	return said.length === 0
		? 'no DNS server was asked'
		: said
				.map(({server, outcome, addresses}) =>
					[
						server,
						outcome === 'answered' ? addresses.join(', ') : outcomes[outcome],
					].join(': '),
				)
				.join('; ');
}

const hostsFile = '/etc/hosts';

const outcomes: Readonly<Record<Exclude<NameSaid['outcome'], 'answered'>, string>> = {
	pending: 'slower than the others',
	nxdomain: 'no such name',
	'no-address': 'no such record',
	servfail: 'fails to look it up (SERVFAIL)',
	refused: 'refuses to answer',
	timeout: 'no answer',
	'no-server': 'not asked',
};
