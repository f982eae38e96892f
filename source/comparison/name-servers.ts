import {plainText} from '../plain-text.js';
import type {NamedServer} from './comparison.js';
import {inNaturalOrder} from './in-natural-order.js';
import type {ServerSummary} from './server-summary.js';

/** The report of a server, and the file that it was read from. */
export type ReportOfServer = Pick<NamedServer, 'file' | 'summary'>;

/**
 * Two stand as they came, and more in the order of their names. Two reports of one server,
 * of yesterday and of today, are told apart by their files.
 */
export function nameServers(reports: readonly ReportOfServer[]): readonly NamedServer[] {
	const counts = Map.groupBy(reports, ({summary}) => summary.hostname);
	const servers = reports.map(({file, summary}) => ({
		name: nameOf(summary, file, (counts.get(summary.hostname) ?? []).length > 1),
		file,
		summary,
	}));
	// Of two, somebody has named the one first that the other is held against.
	return servers.length === 2
		? servers
		: servers.toSorted(
				(one, other) =>
					inNaturalOrder(one.name, other.name) || inNaturalOrder(one.file, other.file),
			);
}

function nameOf({hostname}: ServerSummary, file: string, isThereTwice: boolean): string {
	return isThereTwice ? `${hostname} (${plainText(file, 253)})` : hostname;
}
