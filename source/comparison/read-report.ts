import {reportSchema} from './report-schema.js';
import type {ServerSummary} from './server-summary.js';
import {summariseReport} from './summarise-report.js';

export type ReportReading =
	| {readonly summary: ServerSummary; readonly fault?: never}
	/** Why the text is no report that can be compared, in a sentence. */
	| {readonly summary?: never; readonly fault: string};

const notReport = 'It is no report that "analytics-setup report --json" has written.';

/** The report of a server out of the text of a file, as far as it is compared. */
export function readReport(text: string): ReportReading {
	const report = parsed(text);
	if (typeof report !== 'object' || report === null || !('schema' in report)) {
		return {fault: notReport};
	}

	if (report.schema !== 1) {
		return {fault: 'Another version of the program has written it, in another form.'};
	}

	const {data} = reportSchema.safeParse(report);
	return data === undefined ? {fault: notReport} : {summary: summariseReport(data)};
}

/** Undefined where a text is no JSON. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
