import {plainText} from '../plain-text.js';
import type {NamedServer} from './comparison.js';
import type {ServerSummary} from './server-summary.js';

/** The report of a server, and the file that it was read from. */
export type ReportOfServer = Pick<NamedServer, 'file' | 'summary'>;

/** Two reports of one server, of yesterday and of today, are told apart by their files. */
export function nameServers(reports: readonly ReportOfServer[]): readonly NamedServer[] {
	const counts = Map.groupBy(reports, ({summary}) => summary.hostname);
	return reports.map(({file, summary}) => ({
		name: nameOf(summary, file, (counts.get(summary.hostname) ?? []).length > 1),
		file,
		summary,
	}));
}

function nameOf({hostname}: ServerSummary, file: string, isThereTwice: boolean): string {
	return isThereTwice ? `${hostname} (${plainText(file, 253)})` : hostname;
}
