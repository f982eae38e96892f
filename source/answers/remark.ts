/** Something about one answer: where it stands, as it was given, and what is to be said. */
export type Remark = {
	/** For example `viewers.subnets[1]`. */
	readonly path: string;
	readonly value: unknown;
	readonly reason: string;
};

/** Where something was written; lines and columns are counted from 1, as editors do. */
export type Place = {
	readonly file: string;
	readonly line: number;
	readonly column: number;
};

export type PlacedRemark = Remark & Place;
