import type {Address} from '../addresses/address.js';
import {isPrivate} from '../addresses/private.js';
import {isSinkhole} from '../addresses/sinkhole.js';
import {catalogue} from '../catalogue/catalogue.js';

/** Why an address that the DNS tells of a name is not permitted. */
export type Refusal = 'sinkhole' | 'inside';

/**
 * Why an address that a followed name is told to have is never permitted: no machine has it,
 * or it is inside although the vendor's list names a site on the Internet. Whoever answers
 * for the DNS must not open more than the list means. Undefined where it is permitted.
 */
export function refusalOf(name: string, address: Address): Refusal | undefined {
	if (isSinkhole(address)) {
		return 'sinkhole';
	}

	return isPrivate(address) && publicNames.has(name) ? 'inside' : undefined;
}

/** Those of the list itself: time servers and relays are the site's own, and may be inside. */
const publicNames: ReadonlySet<string | undefined> = new Set(
	catalogue
		.filter(({peer, probe}) => peer === 'destination' && probe !== 'smtp')
		.map(({destination}) => destination),
);
