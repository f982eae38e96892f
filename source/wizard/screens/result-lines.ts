import type {Answers} from '../../answers/schema.js';
import {catalogue} from '../../catalogue/catalogue.js';
import type {ProbeResult} from '../../probes/probe-result.js';
import {targetsFor} from '../../probes/target.js';
import type {Verdict} from '../../probes/verdict.js';
import type {Marks} from '../../reports/marks.js';
import {groupResults} from '../../reports/result-groups.js';
import {renderRow} from '../../reports/summary.js';

/** A line of the table of results: a heading, a row that can be pointed at, or one to come. */
export type ResultLine = {
	readonly text: string;
	readonly kind: 'heading' | 'result' | 'waiting';
	readonly result: ProbeResult | undefined;
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
	answers: Answers,
	isRunning: boolean,
	marks: Marks,
	width: number,
): readonly ResultLine[] {
	const known = new Set(results.map(({id}) => id));
	const waiting = isRunning ? catalogue.filter(({id}) => !known.has(id)) : [];
	return [
		...groupResults(results).flatMap(group => [
			heading(group.title),
			...group.results.map(
				(result): ResultLine => ({
					text: renderRow(result, marks, width),
					kind: 'result',
					result,
				}),
			),
		]),
		...(waiting.length === 0 ? [] : [heading('Being tried')]),
		...waiting.map((connection): ResultLine => {
			const host =
				connection.direction === 'inbound' || connection.probe === 'rows-under-it'
					? undefined
					: targetsFor(connection, answers)[0]?.host;
			const name =
				host ??
				(connection.direction === 'inbound' ? connection.source : 'any destination');
			return {
				text: ` ${marks.toCome} ${name.slice(0, 30).padEnd(30)} ${connection.port.toLowerCase().replace(' ', '/').padStart(9)}`,
				kind: 'waiting',
				result: undefined,
			};
		}),
	];
}

function heading(text: string): ResultLine {
	return {text, kind: 'heading', result: undefined};
}
