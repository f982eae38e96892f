import pLimit from 'p-limit';
import {catalogue, isJudgedByRows, rowsUnder} from '../catalogue/catalogue.js';
import type {Connection} from '../catalogue/connection.js';
import type {Cause} from './diagnoses.js';
import type {Finding} from './finding.js';
import {judgeByRows} from './judge-by-rows.js';
import type {ProbeNetwork} from './network.js';
import type {ProbeContext} from './probe-context.js';
import {countVerdicts, type ProbeResult, type ProbeRun} from './probe-result.js';
import {
	probeResolversSafely,
	probeRowSafely,
	probeSqlBrowserSafely,
} from './probe-safely.js';
import {nameRootCauses} from './roots/name-root-causes.js';
import type {RootPlace} from './roots/root.js';
import {withClock} from './with-clock.js';

export type RunOptions = {
	/** The connections to prove; all of them unless told otherwise. */
	readonly ids?: readonly string[];
	/**
	 * Told of each result as it comes. What is behind several of them is known at the end
	 * only: the results of the run are the ones that count.
	 */
	readonly onResult?: (result: ProbeResult) => void;
	/** The time, in milliseconds since 1970. */
	readonly now: () => number;
};

/** So many ways are gone at a time: more than any list has, fewer than a host can bear. */
const mostAtOnce = 100;

/**
 * Proves the connections of the vendor's list, all at the same time, so that a silent
 * one delays no other. Results stand in the order of the list, after what is found about
 * this server itself.
 */
export async function runProbes(
	given: ProbeContext,
	{ids, onResult = () => undefined, now}: RunOptions,
): Promise<ProbeRun> {
	await given.network.prepare();
	const started = now();
	const context = {...given, network: boundedly(given.network)};
	const isWanted = (id: string) =>
		ids === undefined || ids.includes(standsWith.get(id) ?? id);
	const prove = async (finding: Promise<readonly Finding[]>) => {
		const found = await finding;
		for (const {result} of found.filter(each => isWanted(each.result.id))) {
			onResult(result);
		}

		return found;
	};

	const found = await Promise.all([
		prove(probeResolversSafely(context)),
		...(isWanted('sql-tcp') ? [prove(probeSqlBrowserSafely(context))] : []),
		...rowsToProve(isWanted).map(row => prove(probeRowSafely(row, context))),
	]);
	const place = rootPlace(context, started);
	const findings = await withClock(found.flat(), context, place);
	const {roots, results} = nameRootCauses(findings, place);
	const about = [...roots, ...results.filter(({id}) => !rowIds.has(id))];
	const rows = catalogue.flatMap(row =>
		isJudgedByRows(row)
			? [judgeByRows(row, results, context)]
			: results.filter(({id}) => id === row.id),
	);
	const wanted = rows.filter(({id}) => isWanted(id));
	const all = [
		...about.filter(({id, cause}) => isWanted(id) || isWaitedFor(cause, wanted)),
		...wanted,
	];
	return {
		schema: 1,
		startedAt: new Date(started).toISOString(),
		finishedAt: new Date(now()).toISOString(),
		results: all,
		counts: countVerdicts(all),
	};
}

/** What is not in the list itself, and the row that it belongs to. */
export const standsWith: ReadonlyMap<string, string> = new Map([
	['sql-browser', 'sql-tcp'],
]);

const rowIds: ReadonlySet<string> = new Set(catalogue.map(({id}) => id));

/** Whether something that is wanted waits for this cause. */
function isWaitedFor(cause: Cause | null, wanted: readonly ProbeResult[]): boolean {
	return (
		cause !== null &&
		wanted.some(result => result.verdict === 'skipped' && result.cause === cause)
	);
}

function rootPlace(context: ProbeContext, now: number): RootPlace {
	const {answers, from, resolvers, waysOut} = context;
	const {hostname} = answers.server;
	return {from, resolvers, hostname, lack: waysOut.lack, now};
}

function boundedly(network: ProbeNetwork): ProbeNetwork {
	const limit = pLimit(mostAtOnce);
	return {
		...network,
		travel: (way, errand, signal) => limit(() => network.travel(way, errand, signal)),
	};
}

/** The rows that are tried: those wanted, and those that a wanted one is judged by. */
function rowsToProve(isWanted: (id: string) => boolean): readonly Connection[] {
	const parents = catalogue.filter(isJudgedByRows);
	const under = parents.filter(({id}) => isWanted(id)).flatMap(rowsUnder);
	return catalogue.filter(
		row => !parents.includes(row) && (isWanted(row.id) || under.includes(row)),
	);
}
