import type {Connection} from '../catalogue/connection.js';
import type {Finding} from './finding.js';
import {judgement} from './judgement.js';
import {makeResult, type RowResult} from './make-result.js';
import {probeResolvers} from './needs/probe-resolvers.js';
import {probeSqlBrowser} from './needs/probe-sql-browser.js';
import type {ProbeContext} from './probe-context.js';
import {probeRow} from './probe-row.js';
import {browserPort} from './sql/ask-browser.js';

type Findings = Promise<readonly Finding[]>;

/** A fault of ours in one row must not lose the others: it is told as that row's result. */
async function safely(row: RowResult, context: ProbeContext, probe: () => Findings) {
	try {
		return await probe();
	} catch (error) {
		context.signal.throwIfAborted();
		const reason = error instanceof Error ? error.message : String(error);
		const judged = judgement('probe.failed', reason);
		return [{result: makeResult(row, judged, null, context), journeys: []}];
	}
}

export function probeRowSafely(connection: Connection, context: ProbeContext): Findings {
	const {source, destination = 'any destination', portNumber: port} = connection;
	const row = {connection, source, destination, port};
	return safely(row, context, () => probeRow(connection, context));
}

export function probeResolversSafely(context: ProbeContext): Findings {
	const row = needRow('dns-udp', 'the DNS', 53, context);
	return safely(row, context, () => probeResolvers(context));
}

export function probeSqlBrowserSafely(context: ProbeContext): Findings {
	const row = needRow('sql-browser', context.answers.sql.host, browserPort, context);
	return safely(row, context, () => probeSqlBrowser(context));
}

/** What the list forgets is no row of it. */
function needRow(
	id: string,
	destination: string,
	port: number,
	{answers}: ProbeContext,
): RowResult {
	const connection = {id, direction: 'outbound', protocol: 'udp'} as const;
	return {connection, source: answers.server.hostname, destination, port};
}
