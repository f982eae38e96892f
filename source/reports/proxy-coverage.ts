import {catalogue, isJudgedByRows} from '../catalogue/catalogue.js';
import {type ProbeResult, portOf} from '../probes/probe-result.js';

/** Which destinations a proxy reaches, and which still need a rule in the site's firewall. */
export type ProxyCoverage = {
	readonly covered: readonly ProbeResult[];
	readonly uncovered: readonly ProbeResult[];
};

/** Undefined where nothing was tried through a proxy. */
export function proxyCoverage(
	results: readonly ProbeResult[],
): ProxyCoverage | undefined {
	const destinations = results.filter(
		({id, direction, cause}) =>
			direction === 'outbound' && tried.has(id) && cause !== 'answers.not-used',
	);
	return destinations.some(({ways}) => ways.some(({via}) => via === 'proxy'))
		? {
				covered: destinations.filter(isCovered),
				uncovered: destinations.filter(result => !isCovered(result)),
			}
		: undefined;
}

/** Two sentences: what the proxy covers, and what it does not. */
export function describeCoverage({covered, uncovered}: ProxyCoverage): readonly string[] {
	return [
		covered.length === 0
			? 'The proxy covers none of these connections.'
			: `The proxy covers ${covered.map(endOf).join(', ')}.`,
		...(uncovered.length === 0
			? []
			: [`A firewall rule is still needed for ${uncovered.map(endOf).join(', ')}.`]),
	];
}

const tried = new Set(catalogue.filter(row => !isJudgedByRows(row)).map(({id}) => id));

function isCovered({ways}: ProbeResult): boolean {
	return ways.some(
		({via, verdict}) => via === 'proxy' && (verdict === 'pass' || verdict === 'warn'),
	);
}

function endOf(result: ProbeResult): string {
	return `${result.destination} (${portOf(result)})`;
}
