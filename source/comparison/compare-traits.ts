import type {NamedServer, TraitComparison} from './comparison.js';
import {groupByKey} from './group-by-key.js';
import type {AnswerSummary, ServerSummary} from './server-summary.js';

/** What differs about servers as a whole: versions, lists, answers, the age of results. */
export function compareTraits(
	servers: readonly NamedServer[],
): readonly TraitComparison[] {
	const newest = newestOf(servers);
	const traits = servers.flatMap(({name: server, summary}) =>
		traitsOf(summary, newest).map(trait => ({server, ...trait})),
	);
	return [...Map.groupBy(traits, ({path}) => path)]
		.map(([name, all]) => ({
			name,
			groups: groupByKey(all, ({identity}) => identity).map(group => ({
				servers: group.map(({server}) => server),
				value: group[0]?.value ?? '',
			})),
		}))
		.filter(({groups}) => groups.length > 1);
}

function traitsOf(summary: ServerSummary, newest: number): readonly AnswerSummary[] {
	const {version, list, backend, triedAt, answers} = summary;
	const traits = [
		['Version of the program', version],
		["Fingerprint of the vendor's list", list],
		['Backend', backend],
		['Rules in effect', rulesOf(summary)],
		['Age of the results', ageOf(triedAt, newest)],
	] as const;
	return [...traits.map(([path, value]) => ({path, value, identity: value})), ...answers];
}

function rulesOf({isEnforced}: ServerSummary): string {
	return isEnforced ? 'all that the answers ask for' : 'not all that the answers ask for';
}

function newestOf(servers: readonly NamedServer[]): number {
	return servers.reduce(
		(newest, {summary}) => Math.max(newest, momentOf(summary.triedAt) ?? newest),
		0,
	);
}

function momentOf(iso: string | null): number | undefined {
	const moment = Date.parse(iso ?? '');
	return Number.isNaN(moment) ? undefined : moment;
}

const hour = 3_600_000;
const day = 24 * hour;

/** Beside the newest ones, as results of different days say little about each other. */
function ageOf(triedAt: string | null, newest: number): string {
	const moment = momentOf(triedAt);
	if (moment === undefined) {
		return 'nothing was tried';
	}

	const age = newest - moment;
	if (age < hour) {
		return 'within an hour of the newest';
	}

	const days = Math.floor(age / day);
	return days === 0
		? 'up to a day older than the newest'
		: `${days === 1 ? 'a day' : `${days} days`} older than the newest`;
}
