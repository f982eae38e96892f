import {changeRequest} from './change-request/change-request.js';
import {csvColumns, csvRows} from './change-request/csv-rows.js';
import {toCsv} from './formats/csv.js';
import {toHtml} from './formats/html.js';
import {toMarkdown} from './formats/markdown.js';
import {toPlain} from './formats/plain.js';
import {jsonReport} from './json-report.js';
import {type Marks, unicodeMarks} from './marks.js';
import {endings, type ReportKind} from './report-kinds.js';
import type {Site} from './site.js';
import {renderSummary} from './summary.js';

/** How a report in plain text is written down. */
export type TextStyle = {readonly marks?: Marks; readonly width?: number};

/** A report, whole, as it is printed or written to a file. */
export function renderReport(
	site: Site,
	{format, audience}: ReportKind,
	style: TextStyle = {},
): string {
	switch (format) {
		case 'text':
			return textReport(site, audience, style);
		case 'markdown':
			return toMarkdown(changeRequest(site, audience));
		case 'html':
			return toHtml(changeRequest(site, audience));
		case 'csv':
			return toCsv(csvColumns, csvRows(site, audience));
		case 'json':
			return `${JSON.stringify(jsonReport(site, audience), undefined, 2)}\n`;
	}
}

/** For nobody in particular that is the summary, once there is something to sum up. */
function textReport(
	site: Site,
	audience: ReportKind['audience'],
	{marks = unicodeMarks, width = 80}: TextStyle,
): string {
	const {run} = site;
	return audience === undefined && run !== undefined
		? renderSummary({...site, run}, marks, width)
		: toPlain(changeRequest(site, audience), width);
}

/** `analytics.uni.edu-network-2026-11-25.html` */
export function reportFileName(
	{server, moment}: Pick<Site, 'server' | 'moment'>,
	{format, audience}: ReportKind,
): string {
	const host = server.hostname.replaceAll(/[^\w.-]/gu, '-');
	return `${host}-${audience ?? 'report'}-${moment.slice(0, 10)}.${endings[format]}`;
}
