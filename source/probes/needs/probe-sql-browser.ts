import {formatAddress} from '../../addresses/address.js';
import {readEndpoint} from '../../addresses/peer.js';
import type {Finding} from '../finding.js';
import {lookUp} from '../look-up.js';
import {makeResult} from '../make-result.js';
import type {ProbeContext} from '../probe-context.js';
import {browserPort} from '../sql/ask-browser.js';
import {judgeBrowser} from '../sql/judge-browser.js';
import {directWays} from '../ways.js';

/** Asks for the port of a named instance; nothing is found where the answers name none. */
export async function probeSqlBrowser(
	context: ProbeContext,
): Promise<readonly Finding[]> {
	const {answers, network, waysOut, signal} = context;
	const {host, port, instance} = answers.sql;
	if (instance === undefined) {
		return [];
	}

	const row = {
		connection: {id: 'sql-browser', direction: 'outbound', protocol: 'udp'} as const,
		source: answers.server.hostname,
		destination: host,
		port: browserPort,
	};
	// That its name has no address is told of the SQL Server itself.
	const {addresses} = await lookUp(readEndpoint(host).value, network);
	const [way] = directWays(addresses, waysOut.families);
	if (way === undefined) {
		return [];
	}

	const seen = await network.askSqlBrowser(way.address, instance, signal);
	const about = {
		address: formatAddress(way.address),
		milliseconds: seen.dialled.milliseconds,
		ways: [],
	};
	const judged = judgeBrowser(seen, {instance, port});
	return [{result: makeResult(row, judged, seen, context, about), journeys: []}];
}
