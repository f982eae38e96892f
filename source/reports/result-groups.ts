import type {Owner, ProbeResult, Verdict} from '../probes/probe-result.js';

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
			results: needsSomebody.filter(result => ownerOf(result) === owner),
		})),
		...settled.map(([verdict, title]) => ({
			title,
			results: results.filter(result => result.verdict === verdict),
		})),
	].filter(group => group.results.length > 0);
}

/** `19 of 22 rows proven · to act: 1 you, 2 network team` */
export function headline(results: readonly ProbeResult[], separator: string): string {
	const proven = results.filter(({verdict}) => verdict === 'pass').length;
	const unsettled = results.filter(isUnsettled);
	const parties = owners.flatMap(([owner, , party]) => {
		const count = unsettled.filter(result => ownerOf(result) === owner).length;
		return count === 0 ? [] : [`${count} ${party}`];
	});
	const toAct = parties.length === 0 ? '' : ` ${separator} to act: ${parties.join(', ')}`;
	return `${proven} of ${results.length} rows proven${toAct}`;
}

/** The other end of a connection, as a row shows it. */
export function otherEnd({direction, source, destination}: ProbeResult): string {
	return direction === 'inbound' ? `from ${source}` : destination;
}

/** What nobody is named for is for whoever reads it. */
function ownerOf({owner}: ProbeResult): Owner {
	return owner ?? 'this-host';
}

function isUnsettled({verdict}: ProbeResult): boolean {
	return verdict === 'fail' || verdict === 'warn';
}
