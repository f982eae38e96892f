import type {Cause} from './probe-result.js';

/** What an observation proves, or why it does not. */
export type Judgement = {
	/** Null: proven. */
	readonly cause: Cause | null;
	/** What was seen, in a few words. */
	readonly detail: string;
	/** The address that the judgement is about. */
	readonly address: string | null;
	readonly milliseconds: number | null;
	/** The name that the remedy speaks of, where it is not the destination of the row. */
	readonly about?: string;
};

/** A judgement that is about no address and took no time. */
export function judgement(cause: Cause | null, detail: string): Judgement {
	return {cause, detail, address: null, milliseconds: null};
}
