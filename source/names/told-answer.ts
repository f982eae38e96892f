import type {ToldAddress} from './learn.js';

/** What a DNS server told a program of this server, or is about to. */
export type ToldAnswer = {
	/** In lower case, without the dot at the end. */
	readonly name: string;
	readonly addresses: readonly ToldAddress[];
};
