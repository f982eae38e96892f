import {formatMoment} from '../../moment.js';
import {cutOff, describeDestination} from '../../observation/describe-summary.js';
import type {ObservedSummary} from '../../observation/summary.js';
import {counted} from '../../reports/counted.js';
import {firstFew} from '../../reports/list-in-words.js';
import type {Reply} from './inquiry.js';

/**
 * What only the listed destinations would do to all that was observed.
 * @param summary undefined where nobody has observed this server
 */
export function replyOnObserved(summary: ObservedSummary | undefined): Reply {
	if (summary === undefined) {
		return reply('skipped', 'nobody has observed yet what this would cut off');
	}

	const lost = cutOff(summary);
	const when = describeTime(summary);
	if (lost.length > 0) {
		const destinations = counted(lost.length, 'destination', 'destinations');
		const named = firstFew(lost.map(each => describeDestination(each)));
		return reply(
			'warn',
			`cuts off ${destinations} seen ${when}`,
			`${named}. What must stay belongs into "extra" of an answers file; "analytics-setup observe" tells all that was seen.`,
		);
	}

	if (summary.isFull) {
		return reply(
			'warn',
			'not all that this server reaches could be counted',
			'Look with "analytics-setup observe" at what was, and observe again when less goes on.',
		);
	}

	const isSeen = summary.connections.some(({destinations}) => destinations.length > 0);
	return isSeen
		? reply('pass', `cuts off nothing that was seen ${when}`)
		: reply('skipped', `nothing was seen ${when}`);
}

/** As short as it can be: it stands beside other words on one line. */
function describeTime({since, until}: ObservedSummary): string {
	const isoOf = (moment: number) => new Date(moment).toISOString();
	const dayOf = (moment: number) => isoOf(moment).slice(0, 10);
	return until === undefined
		? `since ${formatMoment(isoOf(since))}`
		: `from ${dayOf(since)} to ${dayOf(until)}`;
}

function reply(
	verdict: Reply['verdict'],
	detail: string,
	remedy: string | null = null,
): Reply {
	return {
		...{destination: '', address: null, verdict, cause: null, owner: null},
		...{detail, remedy},
	};
}
