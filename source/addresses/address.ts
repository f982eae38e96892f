import {quoted} from './quoted.js';
import type {Reading} from './reading.js';

export type Family = 4 | 6;

/** An IPv4 or IPv6 address as a number, so that ranges can be reckoned with. */
export type Address = {readonly family: Family; readonly value: bigint};

/** The number of bits in an address. */
export const bitsOf = {4: 32, 6: 128} as const;

/** The address that a text spells, or undefined when it spells none. */
export function parseAddress(text: string): Address | undefined {
	if (ipv4.test(text)) {
		return {family: 4, value: valueOfIpv4(text)};
	}

	const value = text.includes(':') ? valueOfIpv6(text) : undefined;
	return value === undefined ? undefined : {family: 6, value};
}

/** Four whole numbers up to 255, without leading zeros. */
const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/** Reads an address that a person typed, and says what is wrong with it. */
export function readAddress(text: string): Reading<Address> {
	const address = parseAddress(text);
	if (address === undefined) {
		return {fault: faultInAddress(text)};
	}

	return isMapped(address)
		? {
				fault: `${quoted(text)} is an IPv4 address in IPv6 clothing. Write it as ${unmap(address)}.`,
			}
		: {value: address};
}

export function isSameAddress(a: Address, b: Address): boolean {
	return a.family === b.family && a.value === b.value;
}

/** The canonical text of an address (RFC 5952 for IPv6). */
export function formatAddress({family, value}: Address): string {
	return family === 4 ? formatIpv4(value) : formatIpv6(value);
}

function valueOfIpv4(text: string): bigint {
	let value = 0;
	let octet = 0;
	// Without a list of its octets: there can be very many addresses.
	for (let at = 0; at < text.length; at += 1) {
		const digit = text.charCodeAt(at) - zero;
		if (digit < 0) {
			value = value * 256 + octet;
			octet = 0;
		} else {
			octet = octet * 10 + digit;
		}
	}

	return BigInt(value * 256 + octet);
}

const zero = '0'.charCodeAt(0);

/** Undefined for what is none. The expression of `isIPv6` takes 5 ms to compile. */
function valueOfIpv6(text: string): bigint | undefined {
	const [head = '', tail, ...more] = withoutDottedQuad(text).split('::');
	const left = groupsOf(head);
	const right = groupsOf(tail ?? '');
	const missing = 8 - left.length - right.length;
	const isWhole = tail === undefined ? missing === 0 : missing > 0 && more.length === 0;
	if (!isWhole || ![...left, ...right].every(isGroup)) {
		return undefined;
	}

	const groups = [...left, ...Array<string>(missing).fill('0'), ...right];
	return BigInt(`0x${groups.map(group => group.padStart(4, '0')).join('')}`);
}

function isGroup(text: string): boolean {
	return /^[\da-f]{1,4}$/i.test(text);
}

function groupsOf(text: string): readonly string[] {
	return text === '' ? [] : text.split(':');
}

/** The last 32 bits of an IPv6 address may be written as an IPv4 address. */
function withoutDottedQuad(text: string): string {
	const start = text.lastIndexOf(':') + 1;
	const quad = text.slice(start);
	if (!ipv4.test(quad)) {
		return text;
	}

	const hex = valueOfIpv4(quad).toString(16).padStart(8, '0');
	return `${text.slice(0, start)}${hex.slice(0, 4)}:${hex.slice(4)}`;
}

function formatIpv4(value: bigint): string {
	const number = Number(value);
	return `${number >>> 24}.${(number >>> 16) & 255}.${(number >>> 8) & 255}.${number & 255}`;
}

function formatIpv6(value: bigint): string {
	const digits = value.toString(16).padStart(32, '0');
	const groups = groupStarts.map(at =>
		Number.parseInt(digits.slice(at, at + 4), 16).toString(16),
	);
	const {at, length} = longestZeros(groups);
	return length < 2
		? groups.join(':')
		: `${groups.slice(0, at).join(':')}::${groups.slice(at + length).join(':')}`;
}

const groupStarts = [0, 4, 8, 12, 16, 20, 24, 28] as const;

/** The first of the longest runs of zeros. */
function longestZeros(groups: readonly string[]) {
	let longest = {at: 0, length: 0};
	let start = 0;
	for (const [index, group] of groups.entries()) {
		const length = index + 1 - start;
		if (group !== '0') {
			start = index + 1;
		} else if (length > longest.length) {
			longest = {at: start, length};
		}
	}

	return longest;
}

/** ::ffff:0:0/96, which never appears in a packet (RFC 4291 section 2.5.5.2). */
export function isMapped({family, value}: Address): boolean {
	return family === 6 && value >> 32n === 0xffffn;
}

function unmap({value}: Address): string {
	return formatIpv4(value & 0xffff_ffffn);
}

function faultInAddress(text: string): string {
	if (text.includes('%')) {
		return `${quoted(text)} has a zone (after %). Leave the zone out.`;
	}

	if (hasLeadingZero(text)) {
		return `${quoted(text)} has a number with a leading zero, which programs read in different ways. Leave the zeros out.`;
	}

	return text.includes(':')
		? `${quoted(text)} is not an IPv6 address. It should look like 2001:db8::10.`
		: `${quoted(text)} is not an IPv4 address. It should look like 192.0.2.10.`;
}

function hasLeadingZero(text: string): boolean {
	return /^\d+(?:\.\d+){3}$/.test(text) && /(?:^|\.)0\d/.test(text);
}
