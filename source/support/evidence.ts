import type {Answers} from '../answers/schema.js';

/** One file of a bundle, as it is listed before the bundle is written. */
export type EvidenceItem = {
	/** Its path in the archive, below the archive's one folder. */
	readonly name: string;
	readonly title: string;
	readonly bytes: number;
	/** What was cut, or why it is not there; without a full stop. */
	readonly note: string | undefined;
};

/** What was collected for whoever helps, without any secret that could be known as one. */
export type Evidence = {
	readonly items: readonly EvidenceItem[];
	/** A compressed tar archive with an index that a browser shows. */
	readonly archive: () => Promise<Uint8Array>;
	/** For example `analytics-setup-evidence-analytics.uni.edu-2026-11-26T1402.tar.gz`. */
	readonly fileName: string;
};

export type EvidenceOptions = {
	readonly signal: AbortSignal;
	/** Whether names and addresses of the site become tokens too. */
	readonly isAnonymous: boolean;
	/** Hears of each item once it is collected, in the order in which they are listed. */
	readonly onItem: (item: EvidenceItem) => void;
	/** Instead of the saved ones. */
	readonly answers?: Answers | undefined;
};
