import type {Answers} from '../../../answers/schema.js';
import {catalogue, isJudgedByRows} from '../../../catalogue/catalogue.js';
import type {ProbeResult} from '../../../probes/probe-result.js';
import {targetsFor} from '../../../probes/target.js';
import type {Verdict} from '../../../probes/verdict.js';
import {describeEnding} from '../../../reports/ending.js';
import type {Marks} from '../../../reports/marks.js';
import {groupResults} from '../../../reports/result-groups.js';
import {endColumnsIn, renderRow} from '../../../reports/summary.js';
import {wrap} from '../../../reports/wrap.js';
import {documentsAreHere} from '../../words/documents.js';

/** A line of the table: a heading, a row that can be pointed at, one to come, or a remark. */
export type ResultLine = {
	readonly text: string;
	readonly kind: 'heading' | 'result' | 'waiting' | 'remark';
	readonly result: ProbeResult | undefined;
};

export type ResultLinesOptions = {
	readonly answers: Answers;
	/** Whether there are rows to come. */
	readonly isRunning: boolean;
	/** Whether they follow an apply. */
	readonly isApplied?: boolean;
	/** The ids of the rows that are tried again. */
	readonly tried: ReadonlySet<string>;
	readonly marks: Marks;
	readonly width: number;
};

export const verdictColours: Readonly<Record<Verdict, string | undefined>> = {
	pass: 'green',
	warn: 'yellow',
	fail: 'red',
	skipped: undefined,
	unprovable: undefined,
};

/** Results grouped by who must act, and at the end the rows that are still being tried. */
export function resultLines(
	results: readonly ProbeResult[],
	{answers, isRunning, isApplied = false, tried, marks, width}: ResultLinesOptions,
): readonly ResultLine[] {
	const ending = isRunning ? undefined : describeEnding(results);
	const known = new Set(results.map(({id}) => id));
	const waiting = isRunning ? catalogue.filter(({id}) => !known.has(id)) : [];
	return [
		...(ending === undefined ? [] : [...wrap(ending, width), ' '].map(heading)),
		...(isRunning || !isApplied
			? []
			: [...wrap(documentsAreHere.onScreen, width), ' '].map(remark)),
		...groupResults(results).flatMap(group => [
			heading(group.title),
			...group.results.map(
				(result): ResultLine => ({
					text: tried.has(result.id)
						? renderTried(result, marks, width)
						: renderRow(result, marks, width),
					kind: 'result',
					result,
				}),
			),
		]),
		...(waiting.length === 0 ? [] : [heading('Being tried')]),
		...waiting.map((connection): ResultLine => {
			const host =
				connection.direction === 'inbound' || isJudgedByRows(connection)
					? undefined
					: targetsFor(connection, answers)[0]?.host;
			const columns = endColumnsIn(width);
			const name =
				host ??
				(connection.direction === 'inbound' ? connection.source : 'any destination');
			return {
				text: ` ${marks.toCome} ${name.slice(0, columns).padEnd(columns)} ${connection.port.toLowerCase().replace(' ', '/').padStart(9)}`,
				kind: 'waiting',
				result: undefined,
			};
		}),
	];
}

/** A row that is tried again says so, until it is known what came of it. */
function renderTried(result: ProbeResult, marks: Marks, width: number): string {
	const tried = {...result, detail: 'is being tried again', milliseconds: null};
	const verdict = {...marks.verdict, [result.verdict]: marks.toCome};
	return renderRow(tried, {...marks, verdict}, width);
}

function heading(text: string): ResultLine {
	return {text, kind: 'heading', result: undefined};
}

function remark(text: string): ResultLine {
	return {text, kind: 'remark', result: undefined};
}
