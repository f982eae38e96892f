import type {Address} from '../addresses/address.js';
import type {NameFault} from '../host/resolver.js';

/** An address that a name has, and that is permitted where a rule says the name. */
export type KnownAddress = {
	readonly address: Address;
	/** When it was first told, in milliseconds since 1970; so are all these moments. */
	readonly since: number;
	/** When it stops being permitted, unless it is told again. */
	readonly until: number;
};

/**
 * An address that the DNS told and that is not permitted: one that no server has, or one of
 * a private network for a name that is public.
 */
export type RefusedAddress = {
	readonly address: Address;
	readonly reason: 'sinkhole' | 'inside';
};

/** A name whose addresses come and go in the kernel as the DNS tells them. */
export type FollowedName = {
	readonly name: string;
	readonly addresses: readonly KnownAddress[];
	/** What the last look brought and was not believed. */
	readonly refused: readonly RefusedAddress[];
	/** When the DNS last said something about it; undefined when it never did. */
	readonly answered: number | undefined;
	/** Why the last look brought no address. */
	readonly fault: NameFault | undefined;
	/** When it is looked up next. */
	readonly nextLook: number;
};

/** What is followed, and how. */
export type NamesReport = {
	/**
	 * `answers`: what a program of this server is told is permitted before it hears of it.
	 * `asking`: names are looked up now and then, and no more.
	 */
	readonly way: 'answers' | 'asking';
	/** Why it is not `answers`. */
	readonly because: string | undefined;
	readonly names: readonly FollowedName[];
};
