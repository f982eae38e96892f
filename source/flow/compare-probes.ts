import {keyOf, type ProbeResult} from '../probes/probe-result.js';

/** How the outbound connections fare under the new rules. */
export type Comparison = {
	/** How many worked before. */
	readonly worked: number;
	/** Those of them that do not work any more. */
	readonly broken: readonly ProbeResult[];
};

/**
 * What worked before a change and fails after it; what failed before is not blamed on it.
 */
export function compareProbes(
	before: readonly ProbeResult[],
	after: readonly ProbeResult[],
): Comparison {
	const worked = new Set(workingOutbound(before).map(keyOf));
	return {
		worked: worked.size,
		broken: after.filter(result => isBroken(result) && worked.has(keyOf(result))),
	};
}

/** What waits for something else that fails does not work either. */
export function isBroken({verdict, cause}: ProbeResult): boolean {
	return verdict === 'fail' || (verdict === 'skipped' && cause !== 'answers.not-used');
}

/** An inbound row says what others do: nothing can be tried from here. */
export function workingOutbound(results: readonly ProbeResult[]): readonly ProbeResult[] {
	return results.filter(
		({direction, verdict}) =>
			direction === 'outbound' && (verdict === 'pass' || verdict === 'warn'),
	);
}
