import {formatAddress} from '../addresses/address.js';
import type {FollowedName, NamesReport} from './followed-name.js';

/** What is followed, as programs read it: moments as ISO 8601, UTC. */
export function reportForPrograms({way, because, names}: NamesReport) {
	return {way, because: because ?? null, names: names.map(nameForPrograms)};
}

function nameForPrograms({
	name,
	addresses,
	refused,
	answered,
	fault,
	nextLook,
}: FollowedName) {
	return {
		name,
		addresses: addresses.map(({address, since, until}) => ({
			address: formatAddress(address),
			since: isoOf(since),
			until: isoOf(until),
		})),
		refused: refused.map(({address, reason}) => ({
			address: formatAddress(address),
			reason,
		})),
		answeredAt: answered === undefined ? null : isoOf(answered),
		fault: fault ?? null,
		nextLookAt: isoOf(nextLook),
	};
}

function isoOf(moment: number): string {
	return new Date(moment).toISOString();
}
