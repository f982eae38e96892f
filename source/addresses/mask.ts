import {parseAddress} from './address.js';

/**
 * The prefix length that a netmask (255.255.0.0) or the wildcard of a Cisco access list
 * (0.0.255.255) stands for; undefined for any other address, and for 0.0.0.0, which is
 * everybody as the one and a single address as the other.
 */
export function prefixOfMask(text: string): number | undefined {
	const address = parseAddress(text);
	if (address?.family !== 4 || address.value === 0n) {
		return undefined;
	}

	const isNetmask = text.startsWith('255.');
	const hostBits = isNetmask ? ~address.value & 0xffff_ffffn : address.value;
	const isContiguous = (hostBits & (hostBits + 1n)) === 0n;
	return isContiguous && hostBits < 1n << 24n
		? 32 - hostBits.toString(2).replace(/^0$/, '').length
		: undefined;
}
