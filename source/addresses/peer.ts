import {type Address, readAddress} from './address.js';
import {type Cidr, readCidr} from './cidr.js';
import {readHostName} from './host-name.js';
import type {Reading} from './reading.js';

/** One machine: by its address, or by a name to be resolved. */
export type Endpoint =
	| {readonly kind: 'address'; readonly address: Address}
	| {readonly kind: 'name'; readonly name: string};

/** The other end of a rule: a block of addresses, or a name to be resolved. */
export type Peer =
	| {readonly kind: 'cidr'; readonly cidr: Cidr}
	| {readonly kind: 'name'; readonly name: string};

/** Reads an address or a host name. */
export function readEndpoint(text: string): Reading<Endpoint> {
	if (looksLikeAddress(text)) {
		const {value, fault} = readAddress(text);
		return fault === undefined ? {value: {kind: 'address', address: value}} : {fault};
	}

	return readName(text);
}

/** Reads an address, a CIDR or a host name. */
export function readPeer(text: string): Reading<Peer> {
	if (looksLikeAddress(text.replace(/\/.*$/s, ''))) {
		const {value, fault} = readCidr(text);
		return fault === undefined ? {value: {kind: 'cidr', cidr: value}} : {fault};
	}

	return readName(text);
}

function readName(text: string): Reading<{readonly kind: 'name'; readonly name: string}> {
	const {value, fault} = readHostName(text);
	return fault === undefined ? {value: {kind: 'name', name: value}} : {fault};
}

/** Nothing but digits and dots, or hexadecimal groups: meant as an address, judged as one. */
function looksLikeAddress(text: string): boolean {
	return /^[\d.]+$/.test(text) || /^[\da-f.]*:[\da-f:.]*(?:%.*)?$/i.test(text);
}
