/** Somebody else who has a say about packets here, and what that means. */
export type Neighbour = {
	/** A program, a unit, or a table with its family: `docker`, `inet filter`. */
	readonly name: string;
	/** One plain sentence. */
	readonly text: string;
	/** Whether it may refuse what our rules permit. */
	readonly isBlocking: boolean;
};
