import type {Address} from '../addresses/address.js';
import {type Cidr, readCidr, sizeOf} from '../addresses/cidr.js';
import {countInside} from '../addresses/cidr-index.js';
import {includesAddress} from '../addresses/cidr-list.js';
import {readHostName} from '../addresses/host-name.js';
import {adviseOnCidr, type NetworkEntry} from '../answers/cidr-advice.js';
import {type NetworkList, networkList} from '../answers/network-list.js';
import {inFigures} from '../in-figures.js';
import type {EntryNote, EntryNotes, HintContext} from './field.js';

const nothing: EntryNote = {text: '', isWarning: false};

/** How many addresses each network holds, or what is odd about it, and whether you are in it. */
export function describeNetworks(
	entries: readonly string[],
	{sshClient}: HintContext,
): EntryNotes {
	const list = networkList(entries);
	return {
		on(index) {
			const cidr = list.cidrs[index];
			return cidr === undefined
				? nothing
				: noteOn({text: entries[index] ?? '', cidr, index}, list, sshClient);
		},
		onTyped(text) {
			const {value: cidr} = readCidr(text);
			return cidr === undefined ? nothing : noteOn({text, cidr}, list, sshClient);
		},
	};
}

/** As for networks, and what kind of thing a name is. */
export function describePeers(
	entries: readonly string[],
	context: HintContext,
): EntryNotes {
	const networks = describeNetworks(entries, context);
	return {
		on: index => (isName(entries[index] ?? '') ? name : networks.on(index)),
		onTyped: text => (isName(text) ? name : networks.onTyped(text)),
	};
}

const name: EntryNote = {text: 'name', isWarning: false};

function isName(text: string): boolean {
	return (
		readCidr(text.trim()).value === undefined &&
		readHostName(text.trim()).value !== undefined
	);
}

function noteOn(
	entry: NetworkEntry,
	list: NetworkList,
	sshClient: Address | undefined,
): EntryNote {
	const warning = adviseOnCidr(entry, list);
	const isYours = sshClient !== undefined && includesAddress([entry.cidr], sshClient);
	if (warning !== undefined) {
		return {text: `${warning}${isYours ? ' (you are in it)' : ''}`, isWarning: true};
	}

	const others = countInside(list.index, entry.cidr);
	const parts = [
		describeSize(entry.cidr),
		...(isYours ? [sizeOf(entry.cidr) === 1n ? 'yours' : 'you are in it'] : []),
		...(others === 0 ? [] : [`${inFigures(others)} more inside`]),
	];
	return {text: parts.join(', '), isWarning: false};
}

function describeSize(cidr: Cidr): string {
	const size = sizeOf(cidr);
	if (size === 1n) {
		return `one address`;
	}

	return cidr.family === 6 ? 'IPv6' : `${inFigures(size)} addresses`;
}
