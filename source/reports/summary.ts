import type {Answers} from '../answers/schema.js';
import {describeNeed, describePermission} from '../policy/describe.js';
import type {Rule} from '../policy/policy.js';
import {type ProbeResult, type ProbeRun, portOf} from '../probes/probe-result.js';
import type {Marks} from './marks.js';
import {describeCoverage, proxyCoverage} from './proxy-coverage.js';
import {groupResults, headline, otherEnd} from './result-groups.js';
import {shorten, wrap} from './wrap.js';

/** Everything that the summary tells. */
export type Summary = {
	readonly answers: Answers;
	/** The rules that the answers ask for. */
	readonly rules: readonly Rule[];
	readonly run: ProbeRun;
	/** Whether these rules are what works in the kernel; false where they are only files. */
	readonly isEnforced: boolean;
	/** Where the rules stand, and where the answers are kept. */
	readonly rulesPlace: string;
	readonly answersPlace: string;
};

/** The summary as plain text, for the screen, a file or a mail. */
export function renderSummary(summary: Summary, marks: Marks, width = 80): string {
	const {answers, run} = summary;
	return [
		...renderRun(run, answers.server.hostname, marks, width),
		...inEffect(summary, width),
		...wrap(`The answers are kept in ${summary.answersPlace}`, width),
		'',
	].join('\n');
}

/** A run by itself: whose it is, how much is proven, when, and every row. */
export function renderRun(
	{results, startedAt}: ProbeRun,
	hostname: string,
	marks: Marks,
	width = 80,
): readonly string[] {
	return [
		...wrap(`AppsAnywhere Analytics ${marks.separator} ${hostname}`, width),
		...wrap(headline(results, marks.separator), width),
		`Probed ${startedAt.replace('T', ' ').slice(0, 19)} UTC`,
		'',
		...renderResults(results, marks, width),
	];
}

/** Every row with its verdict, what was seen and what to do, grouped by who must act. */
export function renderResults(
	results: readonly ProbeResult[],
	marks: Marks,
	width: number,
): readonly string[] {
	return [
		...groupResults(results).flatMap(({title, results: group}) => [
			title,
			...group.flatMap((result, index) => {
				// A row without a destination says the same as the row that it stands on.
				const isSaidLater = group
					.slice(index + 1)
					.some(({remedy}) => remedy === result.remedy);
				const remedy = isSaidLater ? null : result.remedy;
				return renderResult({...result, remedy}, marks, width);
			}),
			'',
		]),
		...renderCoverage(results, width),
	];
}

/** What a network team must still permit where there is a proxy. */
function renderCoverage(
	results: readonly ProbeResult[],
	width: number,
): readonly string[] {
	const coverage = proxyCoverage(results);
	return coverage === undefined
		? []
		: [
				'Through the proxy',
				...describeCoverage(coverage).flatMap(sentence => hanging(sentence, width)),
				'',
			];
}

function renderResult(
	result: ProbeResult,
	marks: Marks,
	width: number,
): readonly string[] {
	const {verdict, remedy} = result;
	const needsWords = verdict === 'fail' || verdict === 'warn' || verdict === 'unprovable';
	const words = needsWords && remedy !== null ? wrap(remedy, width - 6) : [];
	return [renderRow(result, marks, width), ...words.map(line => `      ${line}`)];
}

/** How much of a row is for the other end: in a narrow one, what was seen needs its share. */
export function endColumnsIn(width: number): number {
	return Math.min(28, Math.floor(width * 0.4));
}

/** Times are left out of rows that are narrower. */
const narrow = 70;

/** For `12345 ms` and a blank: what was seen is cut at the same column however long it took. */
const timeColumns = 9;

/** One line: mark, the other end, port, what was seen, and how long it took. */
export function renderRow(result: ProbeResult, marks: Marks, width: number): string {
	const port = portOf(result).padStart(9);
	const endColumns = endColumnsIn(width);
	const end = shorten(otherEnd(result), endColumns, marks.more).padEnd(endColumns);
	const left = ` ${marks.verdict[result.verdict]} ${end} ${port}  `;
	const time =
		result.milliseconds === null || width < narrow
			? ''
			: ` ${result.milliseconds} ms`.padStart(timeColumns);
	const room = width - left.length - time.length;
	return `${left}${shorten(result.detail, room, marks.more).padEnd(room)}${time}`.trimEnd();
}

function inEffect(summary: Summary, width: number): readonly string[] {
	const heading = summary.isEnforced
		? `In effect on this server (${summary.rulesPlace})`
		: `Written to ${summary.rulesPlace}; NOT in effect on this server`;
	const sentences = summary.rules
		.filter(({origin}) => origin !== 'host')
		.map(rule => `${describePermission(rule)} (${rule.id})`);
	const needs = new Set(
		summary.rules.filter(({origin}) => origin === 'host').map(describeNeed),
	);
	return [
		...wrap(heading, width),
		...sentences.flatMap(sentence => hanging(sentence, width)),
		...hanging(`for the host itself: ${[...needs].join(', ')}`, width),
		'',
	];
}

/** A paragraph whose first line stands out to the left. */
function hanging(text: string, width: number): readonly string[] {
	return wrap(text, width - 4).map((line, index) =>
		index === 0 ? `  ${line}` : `    ${line}`,
	);
}
