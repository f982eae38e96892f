import type {ProbeResult, ProbeRun} from '../../probes/probe-result.js';
import {counted} from '../../reports/counted.js';
import {endAndPort, groupResults, headline} from '../../reports/result-groups.js';
import type {Talk} from './talk.js';

/** `sql-tcp: pass, mssql.uni.edu 1433/tcp, SQL Server 16.0, encrypted.` */
export function resultInWords(result: ProbeResult): string {
	const {id, verdict, detail} = result;
	return `${id}: ${verdict}, ${endAndPort(result)}, ${detail}.`;
}

/** What came of a run, by who must act. What needs nobody is only counted. */
export function tellSummary(talk: Talk, {results}: Pick<ProbeRun, 'results'>): void {
	talk.tell('', `${headline(results, '-')}.`);
	for (const {title, results: group} of groupResults(results)) {
		const needsSomebody = group.some(({verdict}) => unsettled.has(verdict));
		talk.tell(
			`${title}: ${counted(group.length, 'result', 'results')}.`,
			...(needsSomebody ? group.flatMap(sentencesOn) : []),
		);
	}
}

const unsettled: ReadonlySet<string> = new Set(['fail', 'warn', 'unprovable']);

function sentencesOn(
	result: ProbeResult,
	index: number,
	group: readonly ProbeResult[],
): readonly string[] {
	const {remedy} = result;
	// A row without a destination says the same as the row that it stands on.
	const isSaidLater = group.slice(index + 1).some(other => other.remedy === remedy);
	return [resultInWords(result), ...(remedy === null || isSaidLater ? [] : [remedy])];
}
