import type {Cause} from './diagnoses.js';

/** What an observation proves, or why it does not. */
export type Judgement = {
	/** Null: proven. */
	readonly cause: Cause | null;
	/** What was seen, in a few words. */
	readonly detail: string;
	/** The name that the remedy speaks of, where it is not the destination of the row. */
	readonly about?: string;
	/** What else the remedy names: an issuer, a redirect's target, a server's words. */
	readonly named?: string;
	/** The cause would be an error, but something else still works: only a warning. */
	readonly isSoftened?: boolean;
};

export function judgement(
	cause: Cause | null,
	detail: string,
	more: Omit<Judgement, 'cause' | 'detail'> = {},
): Judgement {
	return {cause, detail, ...more};
}
