import {formatAddress, parseAddress} from '../addresses/address.js';
import type {Protocol} from '../catalogue/connection.js';
import type {Destination} from './open-destinations.js';
import {mostCounted, type SeenPlace} from './seen-table.js';

/** One port of one address, as the kernel counts it. */
export type Counted = Destination & {
	/** Since the table was made. */
	readonly tries: number;
	readonly isAnswered: boolean;
};

export type SeenReading = {
	readonly counted: readonly Counted[];
	/** Whether more came than are counted one by one. */
	readonly isFull: boolean;
};

/** Names a destination among others: `192.0.2.7 443 tcp`. */
export function destinationKey({address, port, protocol}: Destination): string {
	return `${formatAddress(address)} ${port} ${protocol}`;
}

/**
 * Reads what `nft list table` prints of the table that counts. As text: before 1.0.6, nft
 * leaves the counters of elements out of its JSON.
 */
export function parseSeen(listing: string): SeenReading {
	const sets = listing.split(/^\tset /m).flatMap(readSet);
	const at = (wanted: SeenPlace) =>
		sets.filter(({place}) => place === wanted).flatMap(({elements}) => elements);
	const answered = new Set(at('answered').map(destinationKey));
	return {
		// Whatever is answered and was not tried began before the table was there.
		counted: at('tried').map(element => ({
			...element,
			isAnswered: answered.has(destinationKey(element)),
		})),
		isFull: sets.some(({elements}) => elements.length >= mostCounted),
	};
}

type Element = Omit<Counted, 'isAnswered'>;

type SeenSet = {readonly place: SeenPlace; readonly elements: readonly Element[]};

function readSet(block: string): readonly SeenSet[] {
	const [, place, word] = /^(tried|answered)-(tcp|udp)-[46] \{/.exec(block) ?? [];
	const protocol: Protocol = word === 'udp' ? 'udp' : 'tcp';
	return place === undefined
		? []
		: [
				{
					place: place === 'tried' ? 'tried' : 'answered',
					elements: readElements(block, protocol),
				},
			];
}

function readElements(block: string, protocol: Protocol): readonly Element[] {
	// Older versions put a colon between an element and its counter.
	const elements = /([\da-f.:]+) \. (\d+)(?: (?:: )?counter packets (\d+))?/g;
	return [...block.matchAll(elements)].flatMap(([, text = '', port, packets = '0']) => {
		const address = parseAddress(text);
		return address === undefined
			? []
			: [{address, protocol, port: Number(port), tries: Number(packets)}];
	});
}
