import type {Owner, Verdict} from '../probes/verdict.js';

/**
 * What is kept of the report of one server: little, so that a thousand of them fit into
 * memory. Its words are plain.
 */
export type ServerSummary = {
	readonly hostname: string;
	/** Of the program that wrote the report. */
	readonly version: string;
	/** The fingerprint of the vendor's list that it follows. */
	readonly list: string;
	readonly backend: string;
	/** Whether all rules that the answers ask for work in the kernel. */
	readonly isEnforced: boolean;
	/** The team whose rows are all that the report has; null where it has every row. */
	readonly audience: string | null;
	/** ISO 8601, UTC. */
	readonly writtenAt: string;
	/** Null where nothing was tried. */
	readonly triedAt: string | null;
	/** Those that stand behind no single row. */
	readonly answers: readonly AnswerSummary[];
	/** Those of the list, and then what the server needs, and has, beside it. */
	readonly rows: readonly RowSummary[];
};

export type RowSummary = {
	readonly id: string;
	/** As the list writes it, or `53/udp`; empty where ports mean nothing. */
	readonly port: string;
	readonly usage: string;
	/** Each different one that its destinations have. */
	readonly standings: readonly StandingSummary[];
	/** What was seen of its destinations, each thing once. */
	readonly seen: readonly string[];
	readonly rule: 'in effect' | 'not in effect' | 'none';
	readonly answers: readonly AnswerSummary[];
};

export type StandingSummary = {
	readonly state: string;
	/** Null where nothing was tried. */
	readonly verdict: Verdict | null;
	readonly cause: string | null;
	/** Who must act; null where nobody has to. */
	readonly owner: Owner | null;
};

export type AnswerSummary = {
	readonly path: string;
	readonly value: string;
	/** Equal where the whole values are, of which a long one is cut in `value`. */
	readonly identity: string;
};
