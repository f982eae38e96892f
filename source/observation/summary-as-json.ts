import {formatAddress} from '../addresses/address.js';
import type {ObservedDestination, ObservedSummary} from './summary.js';

/** The same for programs; a part of the program's contract. */
export function summaryAsJson(summary: ObservedSummary | undefined): object {
	return {
		schema: 1,
		observing: summary !== undefined && summary.until === undefined,
		since: momentOf(summary?.since),
		until: momentOf(summary?.until),
		complete: summary?.isFull !== true,
		trouble: summary?.trouble ?? null,
		unknown: (summary?.unknown ?? []).map(destinationOf),
		connections: (summary?.connections ?? []).map(({rule, destinations}) => ({
			rule: {id: rule.id, usage: rule.usage},
			destinations: destinations.map(destinationOf),
		})),
	};
}

function destinationOf(destination: ObservedDestination) {
	const {names, addresses, port, protocol, tries, isAnswered, first, last} = destination;
	return {
		names,
		addresses: addresses.map(formatAddress),
		port,
		protocol,
		tries,
		answered: isAnswered,
		first: momentOf(first),
		last: momentOf(last),
	};
}

function momentOf(moment: number | undefined): string | null {
	return moment === undefined ? null : new Date(moment).toISOString();
}
