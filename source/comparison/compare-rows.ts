import type {AnswerValues, NamedServer, RowComparison, RowGroup} from './comparison.js';
import {groupByKey} from './group-by-key.js';
import type {AnswerSummary, RowSummary} from './server-summary.js';

/** A row as one server has it; undefined where it does not. */
type Had = {readonly server: string; readonly row: RowSummary | undefined};

/** Each row of every report, with the servers on which it stands alike. */
export function compareRows(servers: readonly NamedServer[]): readonly RowComparison[] {
	const known = servers.map(({name, summary}) => ({
		server: name,
		isWhole: summary.audience === null,
		rows: new Map(summary.rows.map(row => [row.id, row])),
	}));
	// The first report that has a row says what it is for.
	const all = new Map<string, RowSummary>();
	for (const row of servers.flatMap(({summary}) => summary.rows)) {
		if (!all.has(row.id)) {
			all.set(row.id, row);
		}
	}

	return [...all.values()].map(({id, port, usage}) => ({
		...{id, port, usage},
		groups: groupsOf(
			known
				// What a report for one team leaves out, the server may well have.
				.filter(({isWhole, rows}) => isWhole || rows.has(id))
				.map(({server, rows}) => ({server, row: rows.get(id)})),
		),
	}));
}

function groupsOf(had: readonly Had[]): readonly RowGroup[] {
	const differing = differingPaths(had);
	return groupByKey(had, keyOf).map(group => ({
		servers: group.map(({server}) => server),
		value: standsAs(group[0]?.row),
		seen: [...new Set(group.flatMap(({row}) => row?.seen ?? []))],
		answers: differing.map(path => valuesAt(path, group)),
	}));
}

/** What was seen is no part of it: a few milliseconds are no difference. */
function keyOf({row}: Had): string {
	return row === undefined ? '' : JSON.stringify([row.rule, row.standings]);
}

function standsAs(row: RowSummary | undefined): RowGroup['value'] {
	return row === undefined ? null : {standings: row.standings, rule: row.rule};
}

/** The paths of answers that are not the same wherever the row is. */
function differingPaths(had: readonly Had[]): readonly string[] {
	const rows = had.flatMap(({row}) => row ?? []);
	const answers = Map.groupBy(
		rows.flatMap(row => row.answers),
		({path}) => path,
	);
	return [...answers]
		.filter(
			([, given]) =>
				given.length < rows.length ||
				given.some(({identity}) => identity !== given[0]?.identity),
		)
		.map(([path]) => path);
}

function valuesAt(path: string, group: readonly Had[]): AnswerValues {
	const given = group.flatMap(({row}) => row?.answers.filter(isAt(path)) ?? []);
	const values = new Map(given.map(({identity, value}) => [identity, value]));
	return {path, values: [...values.values()]};
}

function isAt(path: string): (answer: AnswerSummary) => boolean {
	return answer => answer.path === path;
}
