import {isIPv4, isIPv6} from 'node:net';
import {quoted} from './quoted.js';
import type {Reading} from './reading.js';

export type Family = 4 | 6;

/** An IPv4 or IPv6 address as a number, so that ranges can be reckoned with. */
export type Address = {readonly family: Family; readonly value: bigint};

/** The number of bits in an address. */
export const bitsOf = {4: 32, 6: 128} as const;

/** The address that a text spells, or undefined when it spells none. */
export function parseAddress(text: string): Address | undefined {
	if (isIPv4(text)) {
		return {family: 4, value: valueOfIpv4(text)};
	}

	return isIPv6(text) && !text.includes('%')
		? {family: 6, value: valueOfIpv6(text)}
		: undefined;
}

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
	for (const octet of text.split('.')) {
		value = value * 256 + Number(octet);
	}

	return BigInt(value);
}

function valueOfIpv6(text: string): bigint {
	const [head = '', tail] = withoutDottedQuad(text).split('::');
	const left = groupsOf(head);
	const right = groupsOf(tail ?? '');
	const zeros = Array<string>(8 - left.length - right.length).fill('0');
	const groups = [...left, ...zeros, ...right];
	return BigInt(`0x${groups.map(group => group.padStart(4, '0')).join('')}`);
}

function groupsOf(text: string): readonly string[] {
	return text === '' ? [] : text.split(':');
}

/** The last 32 bits of an IPv6 address may be written as an IPv4 address. */
function withoutDottedQuad(text: string): string {
	const start = text.lastIndexOf(':') + 1;
	const quad = text.slice(start);
	if (!quad.includes('.')) {
		return text;
	}

	const hex = valueOfIpv4(quad).toString(16).padStart(8, '0');
	return `${text.slice(0, start)}${hex.slice(0, 4)}:${hex.slice(4)}`;
}

function formatIpv4(value: bigint): string {
	const number = Number(value);
	return [24, 16, 8, 0].map(shift => (number >>> shift) & 255).join('.');
}

function formatIpv6(value: bigint): string {
	const digits = value.toString(16).padStart(32, '0');
	const groups = (digits.match(/.{4}/g) ?? []).map(group =>
		Number.parseInt(group, 16).toString(16),
	);
	const text = groups.join(':');
	const [longest] = [...text.matchAll(/(?<![\da-f])0(?::0(?![\da-f]))+/g)]
		.map(match => ({at: match.index, length: match[0].length}))
		.toSorted((a, b) => b.length - a.length || a.at - b.at);
	if (longest === undefined) {
		return text;
	}

	const before = text.slice(0, longest.at).replace(/:$/, '');
	const after = text.slice(longest.at + longest.length).replace(/^:/, '');
	return `${before}::${after}`;
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
