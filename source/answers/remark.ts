/** Something about one answer: where it stands, as it was given, and what is to be said. */
export type Remark = {
	/** For example `viewers.subnets[1]`. */
	readonly path: string;
	readonly value: unknown;
	readonly reason: string;
};
