import type {Owner, ProbeResult, Verdict} from '../probes/probe-result.js';

/** Results that belong together, under a heading that says who must act. */
export type ResultGroup = {
	readonly title: string;
	readonly results: readonly ProbeResult[];
};

const owners: ReadonlyArray<readonly [Owner, string]> = [
	['this-host', 'For you, on this server'],
	['network', 'For your network team'],
	['dns', 'For your DNS team'],
	['proxy', 'For your proxy team'],
	['remote', 'For whoever runs the other end'],
	['vendor', 'For the vendor'],
];

const settled: ReadonlyArray<readonly [Verdict, string]> = [
	['pass', 'Proven'],
	['unprovable', 'Cannot be proven from here'],
	['skipped', 'Not used'],
];

/** What needs somebody first, then what is proven, then the rest. */
export function groupResults(results: readonly ProbeResult[]): readonly ResultGroup[] {
	const needsSomebody = results.filter(isUnsettled);
	return [
		...owners.map(([owner, title]) => ({
			title,
			results: needsSomebody.filter(result => result.owner === owner),
		})),
		...settled.map(([verdict, title]) => ({
			title,
			results: results.filter(result => result.verdict === verdict),
		})),
	].filter(group => group.results.length > 0);
}

/** `19 of 22 rows proven · 1 for your network team · 1 for the vendor` */
export function headline(results: readonly ProbeResult[], separator: string): string {
	const proven = results.filter(({verdict}) => verdict === 'pass').length;
	const unsettled = groupResults(results.filter(isUnsettled)).map(
		group => `${group.results.length} ${lowerFirst(group.title)}`,
	);
	return [`${proven} of ${results.length} rows proven`, ...unsettled].join(
		` ${separator} `,
	);
}

/** The other end of a connection, as a row shows it. */
export function otherEnd({direction, source, destination}: ProbeResult): string {
	return direction === 'inbound' ? `from ${source}` : destination;
}

function isUnsettled({verdict}: ProbeResult): boolean {
	return verdict === 'fail' || verdict === 'warn';
}

function lowerFirst(text: string): string {
	return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
