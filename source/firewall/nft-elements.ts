import {parseAddress} from '../addresses/address.js';
import {type Cidr, cidrOf, maskedCidr} from '../addresses/cidr.js';
import {cidrsOfRange} from '../addresses/range.js';

/** An element of a set as nft lists it (libnftables-json(5)). */
export type ListedElement =
	| string
	| {readonly prefix: {readonly addr: string; readonly len: number}}
	| {readonly range: readonly [string, string]}
	/** With a comment, a counter or a time limit of its own. */
	| {readonly elem: {readonly val: ListedElement}};

/** In their order; what is no address is passed over. */
export function cidrsOfElements(elements: readonly ListedElement[]): readonly Cidr[] {
	return elements.flatMap(cidrsOfElement);
}

/** Most are one block, and there can be very many: a list for each would be costly. */
function cidrsOfElement(element: ListedElement): Cidr | readonly Cidr[] {
	if (typeof element === 'string') {
		const address = parseAddress(element);
		return address === undefined ? [] : cidrOf(address);
	}

	if ('elem' in element) {
		return cidrsOfElement(element.elem.val);
	}

	if ('range' in element) {
		const [first, last] = element.range.map(parseAddress);
		return first === undefined || last === undefined ? [] : cidrsOfRange(first, last);
	}

	const address = parseAddress(element.prefix.addr);
	return address === undefined ? [] : maskedCidr(address, element.prefix.len);
}
