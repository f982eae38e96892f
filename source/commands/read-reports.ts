import {keepOnce} from '../comparison/keep-once.js';
import type {ReportOfServer} from '../comparison/name-servers.js';
import {type ReportReading, readReport} from '../comparison/read-report.js';
import type {Unread} from '../comparison/unread.js';
import {Failure} from '../failure.js';
import {decodeText} from '../host/decode-text.js';
import {readFileBytes} from '../host/text-files.js';

/** What is in files that somebody names, and those that have no report in them. */
export type ReadReports = {
	readonly reports: readonly ReportOfServer[];
	readonly unread: readonly Unread[];
};

/** One after the other: only one of a thousand is in memory whole. */
export async function readReports(paths: readonly string[]): Promise<ReadReports> {
	const reports: ReportOfServer[] = [];
	const unread: Unread[] = [];
	const keep = keepOnce();
	for (const file of new Set(paths)) {
		const {summary, fault} = await readReportFile(file);
		if (summary === undefined) {
			unread.push({file, reason: fault});
		} else {
			const {rows, ...server} = summary;
			reports.push({file, summary: {...keep(server), rows: rows.map(keep)}});
		}
	}

	return {reports, unread};
}

/** More than the longest lists need. */
const mostMebibytes = 32;

async function readReportFile(path: string): Promise<ReportReading> {
	try {
		const {text, fault} = decodeText(await readFileBytes(path, mostMebibytes));
		return text === undefined ? {fault} : readReport(text);
	} catch (error) {
		if (error instanceof Failure) {
			return {fault: error.message};
		}

		throw error;
	}
}
