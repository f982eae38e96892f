import type {Answers} from '../answers/schema.js';
import type {BackendName} from '../firewall/backend.js';
import type {Change} from '../firewall/plan.js';
import type {Rule} from '../policy/policy.js';
import type {ProbeRun} from '../probes/probe-result.js';
import type {Server} from './request-items.js';

/** Everything that a report tells of. */
export type Site = {
	readonly answers: Answers;
	/** The rules that the answers ask for, and whether each is in effect. */
	readonly rules: readonly SiteRule[];
	/** What would have to change for all of them to be in effect. */
	readonly changes: readonly Change[];
	/** What came of trying; undefined where nothing was tried yet. */
	readonly run: ProbeRun | undefined;
	/** This server by its name, and by the address from which each family is spoken to. */
	readonly server: Server;
	/** All the addresses of this server, IPv4 first. */
	readonly addresses: readonly string[];
	/** What the DNS says of the names of these addresses. */
	readonly pointers: readonly Pointer[];
	/** The DNS servers that it asks. */
	readonly resolvers: readonly string[];
	/** What the names among the answers and in the list stand for now. */
	readonly names: readonly SiteName[];
	readonly backend: BackendName;
	/** Whether the kernel holds all that the answers ask for; false where there are only files. */
	readonly isEnforced: boolean;
	/** Where the rules stand, and where the answers are kept, for people. */
	readonly rulesPlace: string;
	readonly answersPlace: string;
	/** Of this program. */
	readonly version: string;
	/** When this was put together: ISO 8601, UTC. */
	readonly moment: string;
};

export type SiteRule = Rule & {readonly isInEffect: boolean};

/** A name, and what the DNS says of it. */
export type SiteName = {
	readonly name: string;
	/** Those that count: of the first server that knows some. */
	readonly addresses: readonly string[];
	/** What each server says by itself. */
	readonly said: readonly NameSaid[];
	/** Why its addresses change; undefined where nothing says that they do. */
	readonly rotation: Rotation | undefined;
};

export type NameSaid = {
	/** Its address, or `/etc/hosts`. */
	readonly server: string;
	readonly outcome:
		| 'answered'
		| 'pending'
		| 'nxdomain'
		| 'no-address'
		| 'servfail'
		| 'refused'
		| 'timeout'
		| 'no-server';
	readonly addresses: readonly string[];
};

/** An address of this server, and what the DNS says of its names. */
export type Pointer = {
	readonly address: string;
	readonly outcome: NameSaid['outcome'];
	readonly names: readonly string[];
};

export type Rotation = {
	/** By what is known of it, or by what was seen: other addresses, or many at once. */
	readonly kind: 'known' | 'moved' | 'several';
	/** A sentence for whoever permits it. */
	readonly reason: string;
};
