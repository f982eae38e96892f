import {plainText} from '../plain-text.js';
import type {ReadReport, ReadResult} from './report-schema.js';
import type {RowSummary, ServerSummary, StandingSummary} from './server-summary.js';
import {summariseAnswer} from './summarise-answer.js';

/** What is compared of a report. */
export function summariseReport(report: ReadReport): ServerSummary {
	const {answers, run, audience, trace} = report;
	return {
		hostname: plainText(answers.server.hostname, 253),
		version: plainText(report.version),
		list: plainText(report.list.fingerprint),
		backend: plainText(report.backend),
		isEnforced: report.isEnforced,
		audience: audience === null || isForAll(audience) ? null : plainText(audience),
		writtenAt: plainText(report.moment),
		triedAt: run === null ? null : plainText(run.finishedAt),
		answers: [
			summariseAnswer('dns.servers', answers.dns.servers),
			summariseAnswer('proxy.url', answers.proxy.url),
		],
		rows: [...trace.map(listedRow), ...rowsBeside(report)],
	};
}

/** The network team has to know every connection. */
function isForAll(audience: string): boolean {
	return audience === 'network';
}

function listedRow({id, listed, answers, rule, tries}: ReadReport['trace'][number]) {
	return {
		id: plainText(id),
		port: plainText(listed.port),
		usage: plainText(listed.usage),
		...whatCameOf(tries),
		rule: ruleInEffect(rule),
		answers: answers.map(({path, value}) => summariseAnswer(path, value)),
	} as const;
}

type ReadConnection = ReadReport['connections'][number];

/** What the server itself needs, and what its site has added. */
function rowsBeside(report: ReadReport): readonly RowSummary[] {
	const beside = report.connections.filter(({origin}) => origin !== 'list');
	return [...Map.groupBy(beside, ({id}) => id).values()].flatMap(([first, ...others]) =>
		first === undefined ? [] : [rowBeside(first, [first, ...others], report)],
	);
}

function rowBeside(
	{id, port, protocol, usage, rule}: ReadConnection,
	connections: readonly ReadConnection[],
	{rules, run}: ReadReport,
): RowSummary {
	const results = run?.results.filter(result => result.id === id) ?? [];
	return {
		id: plainText(id),
		port: port === null ? '' : plainText(`${port}/${protocol}`),
		usage: plainText(usage),
		...whatCameOf(
			connections.map(({state, destination}) => ({
				state,
				result: resultAt(destination, results),
			})),
		),
		rule: ruleInEffect(rules.find(each => each.id === rule) ?? null),
		answers: [],
	};
}

function resultAt(
	ends: ReadConnection['destination'],
	results: readonly ReadResult[],
): ReadResult | null {
	return (
		results.find(({destination}) => ends.some(({name}) => name === destination)) ?? null
	);
}

type Try = {readonly state: string; readonly result: ReadResult | null};

/** Six destinations that stand alike are one standing. */
function whatCameOf(tries: readonly Try[]): Pick<RowSummary, 'standings' | 'seen'> {
	const standings = tries.map(standingOf);
	const seen = tries.flatMap(({result}) =>
		result === null || result.detail === '' ? [] : [plainText(result.detail)],
	);
	return {
		standings: [...new Map(standings.map(each => [JSON.stringify(each), each])).entries()]
			.toSorted(([a], [b]) => (a < b ? -1 : 1))
			.map(([, standing]) => standing),
		seen: [...new Set(seen)].slice(0, mostSeen),
	};
}

/** Of a row with many destinations; what was seen of the others its own report tells. */
const mostSeen = 3;

function standingOf({state, result}: Try): StandingSummary {
	const {verdict = null, cause = null, owner = null} = result ?? {};
	// What waits, or is not used, is nobody's to mend.
	const isSettled = verdict === 'pass' || verdict === 'skipped';
	return {
		state: plainText(state),
		verdict,
		cause: cause === null ? null : plainText(cause),
		owner: isSettled ? null : owner,
	};
}

function ruleInEffect(
	rule: {readonly isInEffect: boolean} | null,
): 'in effect' | 'not in effect' | 'none' {
	if (rule === null) {
		return 'none';
	}

	return rule.isInEffect ? 'in effect' : 'not in effect';
}
