import {type Judgement, judgement} from '../judgement.js';
import {describeOffset, describeSpan} from './describe-offset.js';

/** Beyond this many milliseconds certificates and licences begin to fail. */
const tolerable = 60_000;

/** So many web servers do not all have the same wrong date. */
const enough = 3;

/** How far true time is ahead of this server's clock, in milliseconds, and what that means. */
export type JudgedClock = {readonly ahead: number; readonly judgement: Judgement};

/**
 * What the time servers say of this server's clock. The one in the middle counts: one
 * that lies must not make the others wrong.
 * @param offsets how far each server is ahead of our clock, in milliseconds
 */
export function judgeClock(offsets: readonly number[]): JudgedClock | undefined {
	if (offsets.length === 0) {
		return undefined;
	}

	const ahead = middleOf(offsets);
	const spread = Math.max(...offsets) - Math.min(...offsets);
	return spread > tolerable
		? {
				ahead,
				judgement: judgement('clock.disputed', 'the time servers disagree', {
					named: describeSpan(spread),
				}),
			}
		: {ahead, judgement: judgeOffset(ahead)};
}

/**
 * What web servers say of it, where no time server answers. They are as exact as a second,
 * so they can only tell that it is far off.
 */
export function judgeClockByWeb(offsets: readonly number[]): JudgedClock | undefined {
	const ahead = middleOf(offsets);
	return offsets.length >= enough && Math.abs(ahead) > tolerable
		? {ahead, judgement: judgeOffset(ahead)}
		: undefined;
}

function judgeOffset(ahead: number): Judgement {
	const detail = describeOffset(ahead);
	return Math.abs(ahead) > tolerable
		? judgement('clock.off', detail, {named: detail})
		: judgement(null, detail);
}

function middleOf(offsets: readonly number[]): number {
	const sorted = offsets.toSorted((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
