import {catalogue} from '../catalogue/catalogue.js';
import {gravest, type ProbeResult, portOf} from '../probes/probe-result.js';
import type {Owner} from '../probes/verdict.js';

/** Results that belong together, under a heading that says who must act. */
export type ResultGroup = {
	readonly title: string;
	readonly results: readonly ProbeResult[];
};

const owners: ReadonlyArray<readonly [owner: Owner, title: string, party: string]> = [
	['this-host', 'For you, on this server', 'you'],
	['network', 'For your network team', 'network team'],
	['dns', 'For your DNS team', 'DNS team'],
	['proxy', 'For your proxy team', 'proxy team'],
	['remote', 'For whoever runs the other end', 'other end'],
	['vendor', 'For the vendor', 'vendor'],
];

const settled: ReadonlyArray<
	readonly [title: string, belongs: (result: ProbeResult) => boolean]
> = [
	['Waiting for what is said above', waits],
	['Proven', ({verdict}) => verdict === 'pass'],
	['Cannot be proven from here', ({verdict}) => verdict === 'unprovable'],
	['Not used', result => result.verdict === 'skipped' && !waits(result)],
];

/** What needs somebody first, then what is proven, then the rest. */
export function groupResults(results: readonly ProbeResult[]): readonly ResultGroup[] {
	const needsSomebody = results.filter(isUnsettled);
	return [
		...owners.map(([owner, title]) => ({
			title,
			results: needsSomebody.filter(result => ownerOf(result) === owner),
		})),
		...settled.map(([title, belongs]) => ({title, results: results.filter(belongs)})),
	].filter(group => group.results.length > 0);
}

/** `19 of 22 rows proven · to act: 1 you, 2 network team` */
export function headline(results: readonly ProbeResult[], separator: string): string {
	const unsettled = results.filter(isUnsettled);
	const parties = owners.flatMap(([owner, , party]) => {
		const count = unsettled.filter(result => ownerOf(result) === owner).length;
		return count === 0 ? [] : [`${count} ${party}`];
	});
	const toAct = parties.length === 0 ? '' : ` ${separator} to act: ${parties.join(', ')}`;
	const {proven, all} = countRows(results);
	return `${proven} of ${all} rows proven${toAct}`;
}

/** A row of the list with several results is proven when all of them are. */
export function countRows(results: readonly ProbeResult[]): {
	readonly proven: number;
	readonly all: number;
} {
	const rows = Map.groupBy(
		results.filter(({id}) => rowIds.has(id)),
		({id}) => id,
	);
	const proven = [...rows.values()].filter(
		row => gravest(row.filter(isUsed))?.verdict === 'pass',
	);
	return {proven: proven.length, all: rows.size};
}

const rowIds = new Set(catalogue.map(({id}) => id));

/** The other end of a connection, as a row shows it. */
export function otherEnd({direction, source, destination}: ProbeResult): string {
	return direction === 'inbound' ? `from ${source}` : destination;
}

/** The other end and its port, as far as there are any: `mssql.uni.edu 1433/tcp` */
export function endAndPort(result: ProbeResult, between = ' '): string {
	return [otherEnd(result), portOf(result)].filter(part => part !== '').join(between);
}

/** What nobody is named for is for whoever reads it. */
function ownerOf({owner}: ProbeResult): Owner {
	return owner ?? 'this-host';
}

/** Whether a result waits for another that fails. */
function waits(result: ProbeResult): boolean {
	return result.verdict === 'skipped' && isUsed(result);
}

function isUsed({cause}: ProbeResult): boolean {
	return cause !== 'answers.not-used';
}

function isUnsettled({verdict}: ProbeResult): boolean {
	return verdict === 'fail' || verdict === 'warn';
}
