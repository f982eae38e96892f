import type {Address} from '../addresses/address.js';
import type {Protocol} from '../catalogue/connection.js';
import type {Rule} from '../policy/policy.js';
import type {Observed} from './observed.js';

/** What was observed, beside what a policy permits. */
export type ObservedSummary = Omit<Observed, 'destinations'> & {
	/**
	 * The outbound rules about ports, in the order of the policy, with what each would have
	 * permitted; a rule that nothing was seen of is among them, too.
	 */
	readonly connections: readonly ObservedConnection[];
	/** What no rule would have permitted; what was answered last comes first. */
	readonly unknown: readonly ObservedDestination[];
};

export type ObservedConnection = {
	readonly rule: Rule;
	/** None where nothing was seen. */
	readonly destinations: readonly ObservedDestination[];
};

/** One port of one destination: a name with all the addresses it was reached at, or an address. */
export type ObservedDestination = {
	/** Several where servers share addresses; none where nobody was told its address. */
	readonly names: readonly string[];
	readonly addresses: readonly Address[];
	readonly protocol: Protocol;
	readonly port: number;
	/** First packets that were let out. */
	readonly tries: number;
	/** Whether anything ever came back: what never answers cannot be cut off. */
	readonly isAnswered: boolean;
	/** In milliseconds since 1970. */
	readonly first: number;
	readonly last: number;
};
