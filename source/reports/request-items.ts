import {catalogue} from '../catalogue/catalogue.js';
import type {Connection} from '../catalogue/connection.js';
import {loginAt, rowOfLogin} from '../probes/login-rows.js';
import type {Place} from '../probes/make-result.js';
import {type ProbeResult, portOf, type WayResult} from '../probes/probe-result.js';
import {asciiWords} from './ascii-words.js';
import {selfHelpFor} from './self-help.js';

/** This server, as others know it. */
export type Server = {
	readonly hostname: string;
	/** Its own address, for each family that is spoken to. */
	readonly from: Place['from'];
};

/** A fact about a connection, under its name. */
export type Fact = readonly [name: string, text: string];

/** One connection of a request: who to whom, and what is known of it. */
export type RequestItem = {readonly line: string; readonly facts: readonly Fact[]};

/** The DNS takes names of so many characters. */
const longestName = 253;

/** The connections of a request; rows of the list that mean the same one are told once. */
export function requestItems(
	results: readonly ProbeResult[],
	server: Server,
): readonly RequestItem[] {
	const alike = Map.groupBy(
		results,
		result => `${lineOf(result, server)} ${result.detail}`,
	);
	return [...alike.values()].flatMap(group => {
		const [first] = group;
		return first === undefined
			? []
			: [{line: lineOf(first, server), facts: factsOf(first, group)}];
	});
}

/** `license.looker.com 443/tcp` */
export function endOf(result: ProbeResult): string {
	const {direction, source, destination} = result;
	const end = direction === 'inbound' ? `from ${source}` : destination;
	return [asciiWords(end, longestName), portOf(result)].filter(Boolean).join(' ');
}

/** `From 10.10.0.10 to license.looker.com (34.149.1.7), 443/tcp` */
function lineOf(result: ProbeResult, {hostname, from}: Server): string {
	const {id, direction, source, destination, address} = result;
	const own = from[address?.includes(':') ? 6 : 4];
	const port = portOf(result);
	if (direction === 'inbound') {
		return `From ${asciiWords(source, longestName)} to ${named(hostname, own)}, ${port}`;
	}

	if (port === '') {
		return destination === 'this server'
			? `This server, ${named(hostname, own)}`
			: `This server (${asciiWords(own)}), ${asciiWords(destination)}`;
	}

	const start = `From ${asciiWords(own)}`;
	const isByProxy = result.ways.some(
		way => way.via === 'proxy' && way.address === address,
	);
	const end = isByProxy
		? `through the proxy (${asciiWords(address ?? '')}) to ${asciiWords(destination, longestName)}`
		: `to ${named(destination, address)}`;
	return manyPorts.has(id) ? `${start} ${end}` : `${start} ${end}, ${port}`;
}

/** What stands for several connections, of which its port is only the first one's. */
const manyPorts: ReadonlySet<string> = new Set(['proxy', 'path']);

function named(name: string, address: string | null): string {
	const words = asciiWords(name, longestName);
	return address === null || address === name
		? words
		: `${words} (${asciiWords(address)})`;
}

function factsOf(result: ProbeResult, alike: readonly ProbeResult[]): readonly Fact[] {
	const usages = new Set(alike.flatMap(({id}) => usageOf(id) ?? []));
	const {retired, changed} = rowOf(result.id) ?? {};
	const isOfVendor = result.owner === 'vendor';
	const facts: ReadonlyArray<readonly [string, string | undefined]> = [
		['for', [...usages].join('; ')],
		['seen', asciiWords(result.detail)],
		['known', isOfVendor ? (retired ?? changed)?.text : undefined],
		...result.ways.map(way => ['tried', triedBy(way, result)] as const),
		['look', result.owner === 'this-host' ? selfHelpFor(result) : undefined],
	];
	return facts.flatMap(([name, text]) => (text ? [[name, text] as const] : []));
}

/** One way: where to, how long each stage took, and what came of it where that says more. */
function triedBy({via, address, detail, stages}: WayResult, result: ProbeResult): string {
	const times = stages.map(({stage, milliseconds}) => `${stage} ${milliseconds} ms`);
	const what = detail === result.detail ? '' : `: ${asciiWords(detail)}`;
	const way = via === 'proxy' ? 'the proxy' : via;
	return `${[`by ${way} to ${asciiWords(address)}`, ...times].join(', ')}${what}`;
}

/** What a connection is for, in the words of the vendor. */
function usageOf(id: string): string | undefined {
	return rowOf(id)?.usage ?? beyondTheList[id];
}

const beyondTheList: Readonly<Record<string, string>> = {
	'dns-udp': 'Looking up the names of all the others',
	'dns-tcp': 'Looking up the names of all the others',
	'sql-browser': 'Finding the port of the SQL Server instance',
};

function rowOf(id: string): Connection | undefined {
	const login = loginAt({id});
	return login === undefined
		? catalogue.find(row => row.id === id)
		: rowOfLogin({for: login});
}
