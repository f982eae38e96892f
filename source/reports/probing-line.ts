import type {Answers} from '../answers/schema.js';
import {catalogue, isJudgedByRows, rowsUnder} from '../catalogue/catalogue.js';
import type {Connection} from '../catalogue/connection.js';
import type {ProbeResult} from '../probes/probe-result.js';
import {targetsFor} from '../probes/target.js';

/**
 * How many rows of the list have their results.
 * @param ids the rows that are proven; all of them unless told otherwise
 */
export function countDone(
	results: ReadonlyArray<Pick<ProbeResult, 'id'>>,
	ids?: readonly string[],
): {readonly done: number; readonly all: number} {
	const {rows, awaited} = lookAt(results, ids);
	return {done: rows.length - awaited.length, all: rows.length};
}

/**
 * How far a run is: `probing: 14 of 22 done, waiting for license.looker.com`.
 * @param ids the rows that are proven; all of them unless told otherwise
 */
export function probingLine(
	results: readonly ProbeResult[],
	answers: Answers,
	ids?: readonly string[],
): string {
	const {done, all} = countDone(results, ids);
	const [first] = lookAt(results, ids).awaited;
	const waiting = first === undefined ? '' : `, waiting for ${endOf(first, answers)}`;
	return `probing: ${done} of ${all} done${waiting}`;
}

function lookAt(
	results: ReadonlyArray<Pick<ProbeResult, 'id'>>,
	ids: readonly string[] | undefined,
) {
	const known = new Set(results.map(({id}) => id));
	const rows = catalogue.filter(({id}) => ids === undefined || ids.includes(id));
	return {rows, awaited: rows.flatMap(row => awaitedFor(row, known).slice(0, 1))};
}

/** A row without a destination is done when those are that stand under it. */
function awaitedFor(row: Connection, known: ReadonlySet<string>): readonly Connection[] {
	const tried = isJudgedByRows(row) ? rowsUnder(row) : [row];
	return tried.filter(({id}) => !known.has(id));
}

function endOf(row: Connection, answers: Answers): string {
	return row.direction === 'inbound'
		? row.source
		: (targetsFor(row, answers)[0]?.host ?? row.port);
}
