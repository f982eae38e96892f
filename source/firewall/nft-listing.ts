import type {ListedElement} from './nft-elements.js';
import type {ListedMatch} from './nft-match.js';

/** What `nft -j list …` prints, as far as it is looked at (libnftables-json(5)). */
export type Listing = {readonly nftables: readonly ListedObject[]};

/** One of these, by its kind. */
export type ListedObject = {
	readonly table?: ListedTable;
	readonly chain?: ListedChain;
	readonly set?: ListedSet;
	readonly rule?: ListedRule;
};

export type ListedTable = {
	readonly family: string;
	readonly name: string;
	readonly flags?: string | readonly string[];
};

export type ListedSet = {
	readonly family: string;
	readonly table: string;
	readonly name: string;
	readonly elem?: readonly ListedElement[];
};

/** A chain with a hook is a base chain; one without is only jumped to. */
export type ListedChain = {
	readonly family: string;
	readonly table: string;
	readonly name: string;
	readonly type?: string;
	readonly hook?: string;
	readonly policy?: string;
};

export type ListedRule = {
	readonly family: string;
	readonly table: string;
	readonly chain: string;
	readonly comment?: string;
	readonly expr: readonly Expression[];
};

export type Expression = {
	readonly match?: ListedMatch;
	readonly counter?: {readonly packets: number} | null;
	readonly accept?: null;
	readonly drop?: null;
	readonly reject?: unknown;
	readonly jump?: {readonly target: string};
	readonly goto?: {readonly target: string};
	readonly dnat?: {readonly addr?: unknown; readonly port?: unknown} | null;
	/** Something of iptables that nft does not understand. */
	readonly xt?: {readonly name?: string} | null;
};
