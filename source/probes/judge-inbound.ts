import {formatAddress} from '../addresses/address.js';
import {type Cidr, formatCidr} from '../addresses/cidr.js';
import {isLoopback} from '../addresses/cidr-list.js';
import type {Judgement} from './judge-outbound.js';
import type {InboundObservation} from './observation.js';

/** The sources that the answers name for a port, as far as the rules in effect go. */
export type Sources = {
	/** How many blocks the answers name. */
	readonly count: number;
	/** Those that the rules in effect do not let in. */
	readonly missing: readonly Cidr[];
};

/**
 * What is known of a port of this server. Only packets that really arrived prove that
 * the network lets them through.
 */
export function judgeInbound(
	{listening, connected, packets}: InboundObservation,
	sources: Sources,
): Judgement {
	const [missing] = sources.missing;
	if (sources.count === 0) {
		return judgement('policy.nobody', 'the answers name nobody who may use it');
	}

	if (missing !== undefined) {
		return judgement(
			'local.blocked',
			`the rules in effect do not let ${formatCidr(missing)} in`,
		);
	}

	if (listening.length === 0) {
		return judgement('listen.nothing', 'no program listens here');
	}

	if (listening.every(isLoopback)) {
		return judgement('listen.loopback-only', 'listens for this server only');
	}

	return judgeVisits(connected, packets);
}

function judgeVisits(
	connected: InboundObservation['connected'],
	packets: InboundObservation['packets'],
): Judgement {
	const visitor = connected.find(address => !isLoopback(address));
	if (visitor !== undefined) {
		const address = formatAddress(visitor);
		return {...judgement(null, `${address} is connected now`), address};
	}

	return packets !== undefined && packets > 0
		? judgement(null, `${packets} packets let in since the rules were applied`)
		: judgement('inbound.not-seen', 'ready; nobody has come yet');
}

function judgement(cause: Judgement['cause'], detail: string): Judgement {
	return {cause, detail, address: null, milliseconds: null};
}
