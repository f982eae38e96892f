import {type Address, bitsOf} from './address.js';
import {type Cidr, lastOf, maskedCidr} from './cidr.js';

/** The fewest blocks that hold exactly the addresses from the first to the last. */
export function cidrsOfRange(first: Address, last: Address): readonly Cidr[] {
	const cidrs: Cidr[] = [];
	for (let value = first.value; value <= last.value; ) {
		const widest = widestFrom({family: first.family, value}, last.value);
		cidrs.push(widest);
		value = lastOf(widest) + 1n;
	}

	return cidrs;
}

/** The widest block that begins at an address and does not pass the last one. */
function widestFrom(address: Address, last: bigint): Cidr {
	let widest = maskedCidr(address, bitsOf[address.family]);
	for (let prefix = widest.prefix - 1; prefix >= 0; prefix--) {
		const wider = maskedCidr(address, prefix);
		if (wider.first !== address.value || lastOf(wider) > last) {
			return widest;
		}

		widest = wider;
	}

	return widest;
}
