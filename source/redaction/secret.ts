/** What nobody else may see. */
export type Secret = {
	readonly value: string;
	/** Whose it is: some protocols carry the two as one word. */
	readonly user?: string | undefined;
};

/** Gives the token that stands in the place of a secret. */
export type Hide = (secret: string) => string;
