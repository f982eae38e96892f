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
export const readCidr: (text: string) => Reading<Cidr> = remembered(readAnew);

function readAnew(text: string): Reading<Cidr> {
	const [addressText = '', prefixText, ...rest] = text.split('/');
	const address = readAddress(addressText);
	if (address.fault !== undefined) {
		return address;
	}

	const bits = bitsOf[address.value.family];
	if (prefixText === undefined) {
		return {value: cidrOf(address.value)};
	}

	if (rest.length > 0 || !/^(?:0|[1-9]\d{0,2})$/.test(prefixText)) {
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
	const hostBits = BigInt(bitsOf[family] - prefix);
	return {family, first: (value >> hostBits) << hostBits, prefix};
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
	return 1n << BigInt(bitsOf[family] - prefix);
}

/** The highest address of a block. */
export function lastOf(cidr: Cidr): bigint {
	return cidr.first + sizeOf(cidr) - 1n;
}

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
