import {formatAddress} from '../../addresses/address.js';
import type {Knock} from '../../firewall/knocks/knock.js';

/** A machine that came since the last reading. */
export type RecentKnock = {
	/** How often since the watch began. */
	readonly total: Knock;
	/** How often since the last reading: whether it is let in may have changed. */
	readonly since: Knock;
};

/** Who came between two readings; those who were let in first. */
export function recentKnocks(
	before: readonly Knock[],
	now: readonly Knock[],
): readonly RecentKnock[] {
	const known = new Map(before.map(knock => [keyOf(knock), knock]));
	return now
		.map(total => ({total, since: difference(total, known.get(keyOf(total)))}))
		.filter(({since}) => since.tries > 0)
		.toSorted((a, b) => Number(b.since.letIn > 0) - Number(a.since.letIn > 0));
}

/** A count that is lower than before has begun anew, and all of it is recent. */
function difference(now: Knock, before: Knock | undefined): Knock {
	if (before === undefined || now.tries < before.tries) {
		return now;
	}

	return {
		...now,
		tries: now.tries - before.tries,
		letIn: now.letIn - before.letIn,
		passedOn: now.passedOn - before.passedOn,
	};
}

function keyOf({port, address}: Knock): string {
	return `${port} ${formatAddress(address)}`;
}
