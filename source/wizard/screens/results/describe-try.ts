import {gravest, type ProbeResult} from '../../../probes/probe-result.js';

/** What came of trying a row again, against what was known of it: often nothing is new. */
export function describeTry(
	id: string,
	before: readonly ProbeResult[],
	after: readonly ProbeResult[],
): string {
	const [was, is] = [before, after].map(results =>
		gravest(results.filter(result => result.id === id)),
	);
	if (is === undefined || is.verdict !== was?.verdict) {
		return `Tried again: now ${is?.verdict ?? 'gone'}`;
	}

	return is.cause === was.cause
		? 'Tried again: as before'
		: `Tried again: still ${is.verdict}, for another reason`;
}
