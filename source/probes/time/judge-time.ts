import {type Judgement, judgement} from '../judgement.js';
import {describeOffset} from './describe-offset.js';
import type {TimeReply} from './sntp.js';

/**
 * What the answer of a time server proves of the way to it, and of the server. How wrong
 * our own clock is, is another question: see `judgeClock`.
 */
export function judgeTime({
	stratum,
	kiss,
	isUnsynchronised,
	offset,
}: TimeReply): Judgement {
	// "Asks too often" comes from a server that would answer (RFC 5905 section 7.4).
	if (kiss === 'RATE') {
		return judgement('ntp.rate', 'answers: asked too often (RATE)');
	}

	if (kiss !== undefined) {
		const code = kiss === '' ? '' : ` (${kiss})`;
		return judgement('ntp.refused', `refuses to tell the time${code}`);
	}

	return isUnsynchronised
		? judgement('ntp.unsynchronised', 'does not know the time itself')
		: judgement(null, `stratum ${stratum}, ${describeOffset(offset)}`);
}
