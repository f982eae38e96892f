import {type Address, parseAddress} from '../../addresses/address.js';
import type {Knock, Knocks} from './knock.js';
import {type KnockPlace, mostCounted, places} from './knock-table.js';

/**
 * Reads what `nft list table` prints of the table that counts. As text: before 1.0.6, nft
 * leaves the counters of elements out of its JSON.
 */
export function parseKnocks(listing: string): Knocks {
	const sets = listing.split(/^\tset /m).flatMap(readSet);
	const counted = sets.flatMap(({place, port, elements}) =>
		elements.map(element => ({...element, place, port})),
	);
	const full = sets.filter(({elements}) => elements.length >= mostCounted);
	return {
		knocks: [
			...Map.groupBy(counted, ({port, text}) => `${port} ${text}`).values(),
		].flatMap(knockOf),
		fullPorts: [...new Set(full.map(({port}) => port))],
	};
}

type Counted = {
	readonly place: KnockPlace;
	readonly port: number;
	readonly text: string;
	readonly address: Address;
	readonly packets: number;
};

type CountedSet = Pick<Counted, 'place' | 'port'> & {
	readonly elements: ReadonlyArray<Pick<Counted, 'text' | 'address' | 'packets'>>;
};

function readSet(block: string): readonly CountedSet[] {
	const [, name, port] = /^([a-z]+)-(\d+)-[46] \{/.exec(block) ?? [];
	const place = places.find(known => known === name);
	return place === undefined
		? []
		: [{place, port: Number(port), elements: readElements(block)}];
}

function readElements(block: string): CountedSet['elements'] {
	// Older versions put a colon between an element and its counter.
	return [...block.matchAll(/([\da-f.:]+) (?:: )?counter packets (\d+)/g)].flatMap(
		([, text = '', packets]) => {
			const address = parseAddress(text);
			return address === undefined ? [] : [{text, address, packets: Number(packets)}];
		},
	);
}

/** One machine at one port: it may have come further than it was seen to knock. */
function knockOf(counted: readonly Counted[]): readonly Knock[] {
	const count = (wanted: KnockPlace) =>
		counted.find(({place}) => place === wanted)?.packets ?? 0;
	const passedOn = count('published');
	const letIn = count('admitted') + passedOn;
	const tries = Math.max(count('knocked'), letIn);
	return counted
		.slice(0, 1)
		.map(({port, address}) => ({port, address, tries, letIn, passedOn}));
}
