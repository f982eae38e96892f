import {formatAddress} from '../../addresses/address.js';
import {type Cidr, formatCidr} from '../../addresses/cidr.js';
import {isLoopback} from '../../addresses/cidr-list.js';
import type {NameFault} from '../../host/resolver.js';
import {judgeName} from '../judge-name.js';
import {type Judgement, judgement} from '../judgement.js';
import type {InboundObservation} from '../observation.js';

/** The sources that the answers name for a port, as far as the rules in effect go. */
export type Sources = {
	/** How many blocks the answers name. */
	readonly count: number;
	/** Those that the rules in effect do not let in. */
	readonly missing: readonly Cidr[];
	/** The names among the answers that have no address, and why. */
	readonly unresolved: ReadonlyArray<{
		readonly name: string;
		readonly outcome: NameFault;
	}>;
};

/**
 * What is known of a port of this server. Only packets that really arrived prove that
 * the network lets them through.
 */
export function judgeInbound(
	{listening, connected, packets}: InboundObservation,
	sources: Sources,
): Judgement {
	return (
		judgeSources(sources) ?? judgeListeners(listening) ?? judgeVisits(connected, packets)
	);
}

function judgeSources({count, missing, unresolved}: Sources): Judgement | undefined {
	const [nameless] = unresolved;
	if (nameless !== undefined) {
		const {cause, detail} = judgeName({}, nameless, true);
		return judgement(cause, `${nameless.name}: ${detail}`, {about: nameless.name});
	}

	if (count === 0) {
		return judgement('policy.nobody', 'the answers name nobody who may use it');
	}

	const [block] = missing;
	return block === undefined
		? undefined
		: judgement(
				'local.blocked',
				`the rules in effect do not let ${formatCidr(block)} in`,
			);
}

function judgeListeners(
	listening: InboundObservation['listening'],
): Judgement | undefined {
	if (listening.length === 0) {
		return judgement('listen.nothing', 'no program listens here');
	}

	return listening.every(isLoopback)
		? judgement('listen.loopback-only', 'listens for this server only')
		: undefined;
}

function judgeVisits(
	connected: InboundObservation['connected'],
	packets: InboundObservation['packets'],
): Judgement {
	const visitor = connected.find(address => !isLoopback(address));
	if (visitor !== undefined) {
		const address = formatAddress(visitor);
		return judgement(null, `${address} is connected now`);
	}

	return packets !== undefined && packets > 0
		? judgement(
				null,
				`${packets} ${packets === 1 ? 'packet' : 'packets'} let in since the apply`,
			)
		: judgement('inbound.not-seen', 'ready; nobody has come yet');
}
