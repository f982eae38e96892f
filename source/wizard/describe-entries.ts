import {type Cidr, readCidr, sizeOf} from '../addresses/cidr.js';
import {readHostName} from '../addresses/host-name.js';
import {adviseOnCidrs} from '../answers/cidr-advice.js';
import type {EntryNote} from './field.js';

/** How many addresses each network holds, or what is odd about it. */
export function describeNetworks(entries: readonly string[]): readonly EntryNote[] {
	const advice = adviseOnCidrs(entries);
	return entries.map((text, index) => {
		const warning = advice.get(index);
		const {value: cidr} = readCidr(text.trim());
		return warning === undefined
			? {text: cidr === undefined ? '' : describeSize(cidr), isWarning: false}
			: {text: warning, isWarning: true};
	});
}

/** As for networks, and what kind of thing a name is. */
export function describePeers(entries: readonly string[]): readonly EntryNote[] {
	const notes = describeNetworks(entries);
	return entries.map((text, index) => {
		const isName =
			readCidr(text.trim()).value === undefined &&
			readHostName(text.trim()).value !== undefined;
		return isName
			? {text: 'name', isWarning: false}
			: (notes[index] ?? {text: '', isWarning: false});
	});
}

function describeSize(cidr: Cidr): string {
	const size = sizeOf(cidr);
	if (size === 1n) {
		return `one address`;
	}

	return cidr.family === 6 ? 'IPv6' : `${size.toLocaleString('en')} addresses`;
}
