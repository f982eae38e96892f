import {type Judgement, judgement} from './judgement.js';
import type {TimeReply} from './sntp.js';

/** Beyond this many milliseconds certificates and licences begin to fail. */
const tolerable = 60_000;

/** What the answer of a time server proves. */
export function judgeTime(reply: TimeReply | undefined): Judgement {
	if (reply === undefined || reply.kiss !== undefined) {
		const code = reply?.kiss ? ` (${reply.kiss})` : '';
		return judgement('ntp.refused', `refuses to tell the time${code}`);
	}

	if (reply.isUnsynchronised) {
		return judgement('ntp.unsynchronised', 'does not know the time itself');
	}

	const detail = `stratum ${reply.stratum}, ${describeOffset(reply.offset)}`;
	return judgement(Math.abs(reply.offset) > tolerable ? 'ntp.clock-off' : null, detail);
}

/** @param offset how far the server is ahead of our clock, in milliseconds */
function describeOffset(offset: number): string {
	if (offset === 0) {
		return 'clock exact';
	}

	const size = Math.abs(offset);
	const amount = size < 10_000 ? `${size} ms` : `${Math.round(size / 1000)} s`;
	return `clock ${amount} ${offset > 0 ? 'slow' : 'fast'}`;
}
