/** A file that is not compared. */
export type Unread = {
	readonly file: string;
	/** A sentence. */
	readonly reason: string;
};
