import type {Address, Family} from '../addresses/address.js';
import type {Cidr} from '../addresses/cidr.js';
import type {Direction, Protocol} from '../catalogue/connection.js';

/** What a rule looks at in a packet, beside its peer. */
export type Match =
	| {
			readonly kind: 'port';
			readonly protocol: Protocol;
			/** The destination port. */
			readonly port: number;
			readonly sourcePort?: number;
	  }
	| {readonly kind: 'icmp'; readonly family: Family; readonly types: readonly number[]}
	| {readonly kind: 'loopback'}
	/** Packets of a connection that was permitted when it began, and errors about it. */
	| {readonly kind: 'replies'}
	| {readonly kind: 'everything'};

/** The other end: the sources of an inbound rule, the destinations of an outbound one. */
export type Peers =
	| {readonly kind: 'any'}
	| {
			readonly kind: 'some';
			/** Merged: sorted and disjoint. */
			readonly cidrs: readonly Cidr[];
			/**
			 * The names among the answers, and what they were resolved to. The addresses of a
			 * name that is followed are not among the CIDRs.
			 */
			readonly names: readonly ResolvedName[];
	  };

export type ResolvedName = {
	readonly name: string;
	/** What it stood for when it was last looked up. */
	readonly addresses: readonly Address[];
	/**
	 * Whether its addresses come and go in the kernel as the DNS tells them, rather than
	 * being those it had when the policy was put into effect.
	 */
	readonly isFollowed: boolean;
};

/** The part of a rule that a firewall can put into effect. */
export type Permission = {
	readonly id: string;
	readonly direction: Direction;
	readonly match: Match;
	readonly peers: Peers;
};

/** One permission in a policy, and why it is there. */
export type Rule = Permission & {
	/** The vendor's list, a need of the host that the list forgets, or the site's own. */
	readonly origin: 'list' | 'host' | 'site';
	readonly usage: string;
};

export type Policy = {
	readonly rules: readonly Rule[];
	/**
	 * Inbound TCP ports whose sources are judged for every packet, before connections
	 * that are already open: a source that is taken away is cut off at once.
	 */
	readonly guardedPorts: readonly number[];
	/** What the installer should know, a sentence each. */
	readonly warnings: readonly string[];
};

/** Addresses by host name; a name that does not resolve has none. */
export type ResolvedNames = ReadonlyMap<string, readonly Address[]>;
