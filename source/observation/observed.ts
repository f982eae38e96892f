import type {Address} from '../addresses/address.js';
import type {Protocol} from '../catalogue/connection.js';

/** A destination to which programs of this server have begun connections. */
export type SeenDestination = {
	readonly address: Address;
	readonly protocol: Protocol;
	readonly port: number;
	/** First packets that were let out; where nobody answers, a program sends its own again. */
	readonly tries: number;
	/** Whether anything ever came back from there. */
	readonly isAnswered: boolean;
	/** When it was seen first, to the minute, in milliseconds since 1970; so are all moments. */
	readonly first: number;
	readonly last: number;
	/** The names for which a program of this server was told its address. */
	readonly names: readonly string[];
};

/** What was seen of a server that may go wherever it wants, while its connections are counted. */
export type Observed = {
	readonly since: number;
	/** When it was ended; undefined while it goes on. */
	readonly until: number | undefined;
	readonly destinations: readonly SeenDestination[];
	/** Whether there were more destinations than are counted. */
	readonly isFull: boolean;
	/**
	 * Why the names that programs look up cannot be heard now, or what was counted is not
	 * kept over a restart: a sentence. Undefined where all is well, and after the end.
	 */
	readonly trouble: string | undefined;
};
