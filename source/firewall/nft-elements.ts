import {parseAddress} from '../addresses/address.js';
import {type Cidr, readCidr} from '../addresses/cidr.js';
import {cidrsOfRange} from '../addresses/range.js';

/** An element of a set as nft lists it (libnftables-json(5)). */
export type ListedElement =
	| string
	| {readonly prefix: {readonly addr: string; readonly len: number}}
	| {readonly range: readonly [string, string]}
	/** With a comment, a counter or a time limit of its own. */
	| {readonly elem: {readonly val: ListedElement}};

export function cidrsOfElement(element: ListedElement): readonly Cidr[] {
	if (typeof element === 'object' && 'elem' in element) {
		return cidrsOfElement(element.elem.val);
	}

	if (typeof element === 'object' && 'range' in element) {
		const [first, last] = element.range.map(parseAddress);
		return first === undefined || last === undefined ? [] : cidrsOfRange(first, last);
	}

	const text =
		typeof element === 'string'
			? element
			: `${element.prefix.addr}/${element.prefix.len}`;
	const {value} = readCidr(text);
	return value === undefined ? [] : [value];
}
