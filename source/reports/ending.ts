import type {ProbeResult} from '../probes/probe-result.js';
import {countRows} from './result-groups.js';

/** What is said when nothing is left to mend; undefined while something is. */
export function describeEnding(results: readonly ProbeResult[]): string | undefined {
	const {proven, all} = countRows(results);
	const isOver = results.every(
		({verdict, cause}) =>
			verdict === 'pass' || verdict === 'unprovable' || cause === 'answers.not-used',
	);
	if (!isOver || proven === 0) {
		return undefined;
	}

	const awaited = results.filter(({cause}) => cause === 'inbound.not-seen').length;
	const done =
		proven === all
			? `All ${all} rows are proven.`
			: `Every row that can be proven from here is proven (${proven} of ${all}).`;
	return awaited === 0
		? `${done} Nothing is left to do: this server is ready.`
		: `${done} What is left is for others to try: press W, and let ${awaited === 1 ? 'somebody' : 'a viewer and a server'} connect.`;
}
