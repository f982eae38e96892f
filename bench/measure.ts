import type {Finding} from './finding.js';

/** Several findings that are made in one go, because they share what is costly to set up. */
export type Measure = {
	/** What chooses it on the command line: `npm run bench -- start`. */
	readonly name: string;
	/** Network namespaces and nft need root. */
	readonly needsRoot: boolean;
	readonly find: (tools: MeasureTools) => Promise<Found>;
};

export type MeasureTools = {
	/** A folder that is taken away after this measure. */
	readonly folder: string;
	/** Says what it does as it goes on: a run takes minutes. */
	readonly say: (words: string) => void;
};

export type Found = {
	readonly findings: readonly Finding[];
	/** Markdown for the document: a curve or a profile, as a table. */
	readonly details?: string;
};
