import type {RowSummary, ServerSummary} from './server-summary.js';

/** A server among those that are compared. */
export type NamedServer = {
	/** Its own name; with its file, where several reports are of that name. */
	readonly name: string;
	readonly file: string;
	readonly summary: ServerSummary;
};

/** Servers that agree in something. */
export type Group<Value> = {
	readonly servers: readonly string[];
	readonly value: Value;
};

/** What the reports of several servers say of the same rows. */
export type Comparison = {
	readonly servers: readonly NamedServer[];
	/** What differs about servers as a whole. */
	readonly traits: readonly TraitComparison[];
	readonly rows: readonly RowComparison[];
};

export type TraitComparison = {
	readonly name: string;
	/** Two or more; the largest is first. */
	readonly groups: ReadonlyArray<Group<string>>;
};

export type RowComparison = Pick<RowSummary, 'id' | 'port' | 'usage'> & {
	/**
	 * One where the row stands alike everywhere; the largest is first. No server is in them
	 * whose report is for one team, and leaves the row out.
	 */
	readonly groups: readonly RowGroup[];
};

/** Servers on which a row stands alike; null where their reports do not have it. */
export type RowGroup = Group<Pick<RowSummary, 'standings' | 'rule'> | null> & {
	/** What was seen, each thing once. */
	readonly seen: readonly string[];
	/** The answers behind the row that are not the same on all servers. */
	readonly answers: readonly AnswerValues[];
};

export type AnswerValues = {
	readonly path: string;
	/** Each different one that the servers of a group have. */
	readonly values: readonly string[];
};
