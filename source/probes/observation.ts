import type {Address} from '../addresses/address.js';
import type {NameAnswer} from '../host/resolver.js';
import type {Seen, Way} from './talk.js';

/** One way that was gone, and what was seen on it. */
export type Journey = {readonly way: Way; readonly seen: Seen};

/** What was seen of a destination. */
export type OutboundObservation = {
	/** Undefined where the destination is an address already. */
	readonly name: NameAnswer | undefined;
	readonly journeys: readonly Journey[];
};

/** What was seen of a port of this server. */
export type InboundObservation = {
	/** The addresses that programs listen on at this port. */
	readonly listening: readonly Address[];
	/** Machines that have a connection to this port now. */
	readonly connected: readonly Address[];
	/** How many packets the rule has let in; undefined where no kernel counts. */
	readonly packets: number | undefined;
};
