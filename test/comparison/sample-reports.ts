import type {Answers} from '../../source/answers/schema.js';
import type {ReportOfServer} from '../../source/comparison/name-servers.js';
import {readReport} from '../../source/comparison/read-report.js';
import type {ProbeResult} from '../../source/probes/probe-result.js';
import {jsonReport} from '../../source/reports/json-report.js';
import type {Audience} from '../../source/reports/report-kinds.js';
import type {Site} from '../../source/reports/site.js';
import {runOf} from '../reports/sample-faults.js';
import {sampleResult} from '../reports/sample-results.js';
import {collegeAnswers, sampleSite} from '../reports/sample-site.js';

const [database, relay] = ['db.college.example', 'relay.college.example'];

/** The results of a site at which the database and mail work, but for what is told otherwise. */
export function resultsWith(...others: readonly ProbeResult[]): readonly ProbeResult[] {
	const ids = new Set(others.map(({id}) => id));
	const usual = [
		sampleResult({id: 'sql-tcp', destination: database}),
		sampleResult({id: 'mail', destination: relay, detail: 'STARTTLS'}),
		sampleResult({id: 'dns-udp', destination: '10.1.0.53', protocol: 'udp', port: 53}),
	];
	return [...usual.filter(({id}) => !ids.has(id)), ...others];
}

/** The text that `report --json` writes on a server of this name. */
export function reportText(
	hostname: string,
	{
		answers = {},
		results = resultsWith(),
		finishedAt = '2026-11-25T14:02:15.000Z',
		audience,
		...parts
	}: Readonly<Partial<Omit<Site, 'answers' | 'run'>>> & {
		readonly answers?: Readonly<Partial<Answers>>;
		/** Null where nothing was tried. */
		readonly results?: readonly ProbeResult[] | null;
		readonly finishedAt?: string;
		/** That of `report --for`. */
		readonly audience?: Audience;
	} = {},
): string {
	const site = sampleSite({
		answers: collegeAnswers({server: {hostname}, ...answers}),
		run: results === null ? undefined : runOf(results, {finishedAt}),
		...parts,
	});
	return JSON.stringify(jsonReport(site, audience));
}

/** A report as it is read from `NAME.json`. */
export function readSample(
	hostname: string,
	parts?: Parameters<typeof reportText>[1],
	file = `${hostname}.json`,
): ReportOfServer {
	const {summary, fault} = readReport(reportText(hostname, parts));
	if (summary === undefined) {
		throw new Error(fault);
	}

	return {file, summary};
}
