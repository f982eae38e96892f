import {catalogue, rowsUnder} from '../catalogue/catalogue.js';
import type {Connection} from '../catalogue/connection.js';
import {judgement} from './judgement.js';
import {makeResult} from './make-result.js';
import {countVerdicts, gravest, type ProbeResult, type ProbeRun} from './probe-result.js';
import {type ProbeContext, probeRow} from './probe-row.js';

export type RunOptions = {
	/** The connections to prove; all of them unless told otherwise. */
	readonly ids?: readonly string[];
	/** Told of each result as it comes. */
	readonly onResult?: (result: ProbeResult) => void;
	/** The time, in milliseconds since 1970. */
	readonly now: () => number;
};

/**
 * Proves the connections of the vendor's list, all at the same time, so that a silent
 * one delays no other. Results stand in the order of the list.
 */
export async function runProbes(
	context: ProbeContext,
	{ids, onResult = () => undefined, now}: RunOptions,
): Promise<ProbeRun> {
	const startedAt = new Date(now()).toISOString();
	const running = new Map<string, Promise<readonly ProbeResult[]>>();
	const prove = (connection: Connection): Promise<readonly ProbeResult[]> => {
		const proving =
			running.get(connection.id) ??
			(connection.probe === 'rows-under-it'
				? Promise.all(rowsUnder(connection).map(prove)).then(results => [
						judgeByRows(connection, results.flat(), context),
					])
				: probeRowSafely(connection, context));
		running.set(connection.id, proving);
		return proving;
	};

	const wanted = catalogue.filter(({id}) => ids === undefined || ids.includes(id));
	const results = await Promise.all(
		wanted.map(async connection => {
			const proven = await prove(connection);
			proven.forEach(onResult);
			return proven;
		}),
	);
	const all = results.flat();
	const finishedAt = new Date(now()).toISOString();
	return {schema: 1, startedAt, finishedAt, results: all, counts: countVerdicts(all)};
}

/** A fault of ours in one row must not lose the others. */
async function probeRowSafely(
	connection: Connection,
	context: ProbeContext,
): Promise<readonly ProbeResult[]> {
	try {
		return await probeRow(connection, context);
	} catch (error) {
		context.signal.throwIfAborted();
		const row = {
			connection,
			source: connection.source,
			destination: connection.destination ?? 'any destination',
			port: connection.portNumber,
		};
		const reason = error instanceof Error ? error.message : String(error);
		return [makeResult(row, judgement('probe.failed', reason), null, context)];
	}
}

/** A row without a destination is as good as the gravest row that stands under it. */
function judgeByRows(
	connection: Connection,
	results: readonly ProbeResult[],
	context: ProbeContext,
): ProbeResult {
	const judged = results.filter(({verdict}) => verdict !== 'skipped');
	const worst = gravest(judged);
	const passed = judged.filter(({verdict}) => verdict === 'pass').length;
	const row = {
		connection,
		source: context.answers.server.hostname,
		destination: 'any destination',
		port: connection.portNumber,
	};
	if (worst === undefined) {
		const unused = judgement('answers.not-used', 'no destination of this port is used');
		return makeResult(row, unused, null, context);
	}

	const result = makeResult(row, {...worst, detail: ''}, null, context);
	const detail = `${passed} of ${judged.length} destinations proven`;
	return {
		...result,
		detail,
		remedy: worst.remedy,
		evidence: {rows: judged.map(({id}) => id)},
	};
}
