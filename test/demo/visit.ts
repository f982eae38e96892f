/** How the wizard meets whoever tries it: pages filled in, the review at once, or nothing. */
export const beginnings = ['typed', 'given', 'none'] as const;

export type Beginning = (typeof beginnings)[number];

/** What is to be seen. */
export type Visit = {
	/** The name of a network. */
	readonly network: string;
	readonly beginning: Beginning;
	/** Runs on the appliance in place of the wizard, unless it is empty. */
	readonly command: readonly string[];
};

/** What the first process in the namespaces tells the one outside. */
export type News =
	| {readonly state: 'opened'}
	| {readonly state: 'failed'; readonly reason: string};
