import {type Judgement, judgement} from '../judgement.js';
import {describeOffset} from './describe-offset.js';

/** Beyond this many milliseconds certificates and licences begin to fail. */
const tolerable = 60_000;

/**
 * What the time servers say of this server's clock. The one in the middle counts: one
 * that lies must not make the others wrong.
 * @param offsets how far each server is ahead of our clock, in milliseconds; at least one
 */
export function judgeClock(offsets: readonly number[]): Judgement {
	const sorted = offsets.toSorted((a, b) => a - b);
	const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
	const spread = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
	const detail = describeOffset(middle);
	if (spread > tolerable) {
		return judgement('clock.disputed', 'the time servers disagree', {
			named: `${Math.round(spread / 1000)} seconds`,
		});
	}

	return Math.abs(middle) > tolerable
		? judgement('clock.off', detail, {named: detail})
		: judgement(null, detail);
}
