import {catalogue, isJudgedByRows, rowsUnder} from '../catalogue/catalogue.js';
import {judgeByRows} from './judge-by-rows.js';
import {idOfLogin, loginAt, rowOfLogin} from './login-rows.js';
import type {ProbeContext} from './probe-context.js';
import {countVerdicts, type ProbeResult, type ProbeRun} from './probe-result.js';
import {isOfOneFault, isTiedToOthers} from './roots/faults-of-many.js';
import {type RunOptions, runProbes, standsWith} from './run-probes.js';

export type AgainOptions = Pick<RunOptions, 'now'> & {
	readonly id: string;
	/** What was found before. */
	readonly results: readonly ProbeResult[];
};

/**
 * Proves one row of a run again, and judges the rows anew that are judged by it. Where one
 * fault is behind several results, or may be, the whole list is tried: it shows only then.
 * @returns puts what was found into a run; other rows may have been tried meanwhile
 */
export async function probeAgain(
	context: ProbeContext,
	{id, results, now}: AgainOptions,
): Promise<(run: ProbeRun) => ProbeRun> {
	if (!isTiedToOthers(id, results)) {
		const ids = triedFor(id);
		const found = await runProbes(context, {ids, now});
		const others = results.filter(
			other => !ids.includes(other.id) && !isJudgedByRows(other),
		);
		if (!isOfOneFault(found.results, others)) {
			return run => withFound(run, found, other => ids.includes(other.id), context);
		}
	}

	const found = await runProbes(context, {now});
	return run => withFound(run, found, other => !isLogin(other), context);
}

/** What is tried for a row: those that stand under it, or the one that it belongs to. */
function triedFor(id: string): readonly string[] {
	const row = catalogue.find(each => each.id === id);
	return row !== undefined && isJudgedByRows(row)
		? [id, ...rowsUnder(row).map(under => under.id)]
		: [standsWith.get(id) ?? id];
}

function withFound(
	run: ProbeRun,
	{results: found, finishedAt}: ProbeRun,
	isReplaced: (result: ProbeResult) => boolean,
	context: ProbeContext,
): ProbeRun {
	const ids = new Set(found.map(({id}) => id));
	const kept = run.results.filter(result => !ids.has(result.id) && !isReplaced(result));
	const all = [...kept, ...found];
	const results = all
		.map(result => {
			const row = catalogue.find(({id}) => id === result.id);
			return row !== undefined && isJudgedByRows(row)
				? judgeByRows(row, all, context)
				: result;
		})
		.toSorted((a, b) => placeOf(a) - placeOf(b));
	return {...run, finishedAt, results, counts: countVerdicts(results)};
}

/** What is about this server itself comes first, and a login after its row. */
function placeOf(result: ProbeResult): number {
	const login = loginAt(result);
	const id = login === undefined ? result.id : rowOfLogin({for: login}).id;
	return catalogue.findIndex(row => row.id === id) + (isLogin(result) ? 0.5 : 0);
}

/** Nothing is tried again with a password that nobody has kept. */
function isLogin({id}: ProbeResult): boolean {
	const login = loginAt({id});
	return login !== undefined && id === idOfLogin({for: login});
}
