import type {Address} from '../addresses/address.js';
import type {Answers} from '../answers/schema.js';
import type {InEffect} from '../firewall/backend.js';
import type {Policy} from '../policy/policy.js';
import type {Place} from './make-result.js';
import type {ProbeNetwork} from './network.js';
import type {WaysOut} from './ways-out.js';

/** What every row of a run shares. */
export type ProbeContext = {
	readonly answers: Answers;
	/** What the answers ask for; it may still be waiting for names to be resolved. */
	readonly policy: Promise<Policy>;
	/** What works in the kernel now; undefined where no rules of ours do. */
	readonly inEffect: InEffect | undefined;
	/** The same at another time: the addresses of names come and go. */
	readonly readInEffect: () => Promise<InEffect | undefined>;
	readonly network: ProbeNetwork;
	/** This server's own address, for each family that is spoken to. */
	readonly from: Place['from'];
	/** The DNS servers that it asks. */
	readonly resolvers: readonly Address[];
	readonly waysOut: WaysOut;
	readonly signal: AbortSignal;
};
