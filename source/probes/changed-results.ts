import {keyOf, type ProbeResult} from './probe-result.js';

/** A connection that is judged otherwise than the run before judged it. */
export type ChangedResult = {
	readonly result: ProbeResult;
	/** Undefined where that run said nothing of it. */
	readonly was: ProbeResult | undefined;
};

/**
 * What has changed from one run to the next. What is seen of a connection differs a little
 * every time (which address, how many milliseconds): only the verdict and its cause count.
 */
export function changedResults(
	before: readonly ProbeResult[],
	after: readonly ProbeResult[],
): readonly ChangedResult[] {
	const known = new Map(before.map(result => [keyOf(result), result]));
	const found = new Set(after.map(keyOf));
	return [
		...before
			.filter(result => isOfServer(result) && !found.has(keyOf(result)))
			.map(was => ({result: gone(was), was})),
		...after
			.map(result => ({result, was: known.get(keyOf(result))}))
			.filter(({result: {verdict, cause}, was}) => {
				return was?.verdict !== verdict || was.cause !== cause;
			}),
	];
}

/** What is told of this server itself stands in a run only as long as there is a reason. */
function isOfServer({port}: ProbeResult): boolean {
	return port === null;
}

function gone(result: ProbeResult): ProbeResult {
	return {
		...result,
		verdict: 'pass',
		cause: null,
		owner: null,
		detail: 'not seen any more',
		remedy: null,
	};
}
