import {catalogue} from '../catalogue/catalogue.js';
import type {Connection} from '../catalogue/connection.js';
import type {Login} from './login.js';
import {countVerdicts, type ProbeResult, type ProbeRun} from './probe-result.js';

const rows = {
	sql: {row: 'sql-tcp', id: 'sql-login'},
	mail: {row: 'mail', id: 'mail-login'},
} as const;

/** For what one could log in at the other end of a result; undefined for nothing. */
export function loginAt({id}: Pick<ProbeResult, 'id'>): Login['for'] | undefined {
	return (['sql', 'mail'] as const).find(
		kind => id === rows[kind].row || id === rows[kind].id,
	);
}

/** The row of the vendor's list that a login belongs to. */
export function rowOfLogin({for: kind}: Pick<Login, 'for'>): Connection {
	const row = catalogue.find(({id}) => id === rows[kind].row);
	if (row === undefined) {
		throw new Error(`the catalogue has no "${rows[kind].row}"`);
	}

	return row;
}

/** The id under which it is told what came of a login. */
export function idOfLogin({for: kind}: Pick<Login, 'for'>): string {
	return rows[kind].id;
}

/** A run with what came of a login, beside its row and instead of what came of it before. */
export function withLogin(run: ProbeRun, tried: ProbeResult): ProbeRun {
	const others = run.results.filter(({id}) => id !== tried.id);
	const at = others.findLastIndex(result => loginAt(result) === loginAt(tried));
	const results = others.toSpliced(at === -1 ? others.length : at + 1, 0, tried);
	return {...run, results, counts: countVerdicts(results)};
}
