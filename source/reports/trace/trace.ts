import {catalogue} from '../../catalogue/catalogue.js';
import type {CatalogueEntry} from '../../catalogue/connection.js';
import {describePermission} from '../../policy/describe.js';
import type {ProbeResult} from '../../probes/probe-result.js';
import {rowsOf} from '../change-request/connection-rows.js';
import type {State} from '../change-request/standing.js';
import type {Site, SiteRule} from '../site.js';
import {type AnswerUsed, answersUsed} from './answers-used.js';
import {whyNoRule} from './why-no-rule.js';

/** One row of the list, from the answer behind it to the evidence for it. */
export type TraceRow = {
	/** Its number in the vendor's document, from 1 on. */
	readonly row: number;
	readonly id: string;
	/** The row as the document has it. */
	readonly listed: Pick<
		CatalogueEntry,
		'table' | 'source' | 'destination' | 'port' | 'usage'
	>;
	/** None where the row has all that is needed in itself. */
	readonly answers: readonly AnswerUsed[];
	readonly rule: TraceRule | null;
	/** Why there is no rule. */
	readonly noRule: string | null;
	/** One for each destination of the row. */
	readonly tries: readonly Try[];
};

export type TraceRule = {
	readonly id: string;
	readonly text: string;
	readonly isInEffect: boolean;
};

export type Try = {
	readonly state: State;
	/** With its evidence; null where nothing was tried. */
	readonly result: ProbeResult | null;
};

/** Each row of the vendor's list: answer, rule, what came of trying it, evidence. */
export function traceOf(site: Site): readonly TraceRow[] {
	return catalogue.map((connection, index) => {
		const {id, table, source, destination, port, usage} = connection;
		const rows = rowsOf(connection, site);
		const rule = rows[0]?.rule;
		return {
			row: index + 1,
			id,
			listed: {
				table,
				source,
				...(destination === undefined ? {} : {destination}),
				port,
				usage,
			},
			answers: answersUsed(connection, site.answers),
			rule: rule === undefined ? null : inTrace(rule),
			noRule: rule === undefined ? whyNoRule(connection, site.answers) : null,
			tries: rows.map(({standing, result}) => ({
				state: standing.state,
				result: result ?? null,
			})),
		};
	});
}

function inTrace(rule: SiteRule): TraceRule {
	return {id: rule.id, text: describePermission(rule), isInEffect: rule.isInEffect};
}
