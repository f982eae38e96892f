import type {Address} from '../addresses/address.js';
import type {NameAnswer} from '../host/resolver.js';
import type {TimeAnswer} from './ask-time.js';
import type {Dialled} from './dial-tcp.js';

/** One address that was tried. */
export type Attempt = {readonly address: Address} & (
	| {readonly protocol: 'tcp'; readonly answer: Dialled}
	| {readonly protocol: 'udp'; readonly answer: TimeAnswer}
);

/** What was seen of a destination. */
export type OutboundObservation = {
	/** Undefined where the destination is an address already. */
	readonly name: NameAnswer | undefined;
	readonly attempts: readonly Attempt[];
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
