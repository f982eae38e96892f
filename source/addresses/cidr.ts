import {
	type Address,
	bitsOf,
	type Family,
	formatAddress,
	parseAddress,
	readAddress,
} from './address.js';
import {quoted} from './quoted.js';
import type {Reading} from './reading.js';
import {remembered} from './remembered.js';

/** A block of addresses; `first` is its lowest address, without host bits. */
export type Cidr = {
	readonly family: Family;
	readonly first: bigint;
	readonly prefix: number;
};

/** Reads an address or a CIDR that a person typed; host bits are masked away. */
export const readCidr: (text: string) => Reading<Cidr> = remembered(readCidrOnce);

/** The same of what is read once only, such as a saved list: nothing of it is remembered. */
export function readCidrOnce(text: string): Reading<Cidr> {
	const slash = text.indexOf('/');
	const address = readAddress(slash === -1 ? text : text.slice(0, slash));
	if (address.fault !== undefined) {
		return address;
	}

	const bits = bitsOf[address.value.family];
	if (slash === -1) {
		return {value: cidrOf(address.value)};
	}

	const prefixText = text.slice(slash + 1);
	if (!/^(?:0|[1-9]\d{0,2})$/.test(prefixText)) {
		return {fault: faultInPrefix(text, prefixText, bits)};
	}

	const prefix = Number(prefixText);
	return prefix > bits
		? {
				fault: `${quoted(text)}: an IPv${address.value.family} prefix is at most /${bits}.`,
			}
		: {value: maskedCidr(address.value, prefix)};
}

/** The block that holds one address only. */
export function cidrOf({family, value}: Address): Cidr {
	return {family, first: value, prefix: bitsOf[family]};
}

/** The block of a prefix length (0 to 32 or 128 bits) that an address lies in. */
export function maskedCidr({family, value}: Address, prefix: number): Cidr {
	return {family, first: value - (value & hostMask(family, prefix)), prefix};
}

/** `10.20.0.0/16`; a single address without its prefix. */
export function formatCidr({family, first, prefix}: Cidr): string {
	const address = formatAddress({family, value: first});
	return prefix === bitsOf[family] ? address : `${address}/${prefix}`;
}

export function isSameCidr(a: Cidr, b: Cidr): boolean {
	return a.family === b.family && a.first === b.first && a.prefix === b.prefix;
}

/** How many addresses a block holds. */
export function sizeOf({family, prefix}: Cidr): bigint {
	return hostMask(family, prefix) + 1n;
}

/** The highest address of a block. */
export function lastOf({family, first, prefix}: Cidr): bigint {
	return first | hostMask(family, prefix);
}

/** The bits of an address that are its own within a block of a prefix length. */
function hostMask(family: Family, prefix: number): bigint {
	return hostMasks[bitsOf[family] - prefix] ?? 0n;
}

/** By the number of their bits. */
const hostMasks = Array.from({length: 129}, (_, bits) => (1n << BigInt(bits)) - 1n);

/** Whether a text names an address inside its block rather than the block itself. */
export function hasHostBits(text: string, cidr: Cidr): boolean {
	const [address = ''] = text.split('/');
	return parseAddress(address)?.value !== cidr.first;
}

function faultInPrefix(text: string, prefix: string, bits: number): string {
	return bits === 32 && prefix.includes('.')
		? `${quoted(text)}: write the mask as a prefix length, for example /24 for 255.255.255.0.`
		: `${quoted(text)}: the prefix after "/" is a whole number from 0 to ${bits}, without leading zeros.`;
}
