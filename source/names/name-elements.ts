import {type Address, parseAddress} from '../addresses/address.js';
import {nameOfSet, table} from '../firewall/name-sets.js';
import {listWithoutElements, ownObjects} from '../firewall/own-table.js';
import type {RunCommand} from '../host/command.js';
import {type ElementChange, renderElementChanges} from './element-changes.js';

/** An address in a set of the kernel. */
export type NameElement = {
	readonly address: Address;
	/** In milliseconds; undefined for one that somebody has added for good. */
	readonly left: number | undefined;
};

/** What the kernel permits of each name that some rule says. */
export type ListedNames = ReadonlyMap<string, readonly NameElement[]>;

/** The sets of names in the kernel, of which only the elements are changed. */
export type NameElements = {
	/** Empty where there is no such set, or no table. */
	readonly read: () => Promise<ListedNames>;
	/** @throws Failure `command.failed`, when a set is gone; then nothing was changed */
	readonly write: (changes: readonly ElementChange[], now: number) => Promise<void>;
};

export function nameElements(run: RunCommand): NameElements {
	return {
		async read() {
			const {stdout} = await run('nft', listWithoutElements);
			if (ownObjects(stdout).length === 0) {
				return new Map();
			}

			const listed = await run('nft', ['-j', 'list', 'table', ...table.split(' ')]);
			return namesIn(JSON.parse(listed.stdout));
		},
		async write(changes, now) {
			await run('nft', ['-f', '-'], {input: renderElementChanges(changes, now)});
		},
	};
}

/** As nft lists it (libnftables-json(5)); in these sets every element is one address. */
type Listing = {
	readonly nftables: ReadonlyArray<{
		readonly set?: {readonly name: string; readonly elem?: readonly ListedElement[]};
	}>;
};
type ListedElement =
	| string
	| {readonly elem: {readonly val: string; readonly expires?: number}};

function namesIn({nftables}: Listing): ListedNames {
	const names = new Map<string, readonly NameElement[]>();
	for (const {set} of nftables) {
		const found = set === undefined ? undefined : nameOfSet(set.name);
		if (found !== undefined) {
			const elements = (set?.elem ?? []).flatMap(readElement);
			names.set(found.name, [...(names.get(found.name) ?? []), ...elements]);
		}
	}

	return names;
}

function readElement(listed: ListedElement): readonly NameElement[] {
	const {val, expires} =
		typeof listed === 'string' ? {val: listed, expires: undefined} : listed.elem;
	const address = parseAddress(val);
	const left = expires === undefined ? undefined : expires * 1000;
	return address === undefined ? [] : [{address, left}];
}
