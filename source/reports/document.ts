import type {Verdict} from '../probes/verdict.js';

/**
 * A paper for people who have never seen this program, as every format can show it. Its
 * texts are plain: each format encodes them for itself.
 */
export type Document = {
	readonly title: string;
	/** What stands under the title: for whom, when, about which server. */
	readonly facts: readonly DocumentFact[];
	readonly chapters: readonly Chapter[];
};

export type DocumentFact = readonly [name: string, text: string];

export type Chapter = {
	/** Kebab-case; the anchor of the chapter. */
	readonly id: string;
	readonly title: string;
	readonly blocks: readonly Block[];
};

export type Block =
	| {readonly kind: 'paragraph'; readonly text: string}
	| {readonly kind: 'list'; readonly items: readonly string[]}
	| {readonly kind: 'facts'; readonly facts: readonly DocumentFact[]}
	| Table
	/** Lines that keep their spaces: commands, observed details. */
	| {readonly kind: 'lines'; readonly lines: readonly string[]};

export type Table = {
	readonly kind: 'table';
	/** What the table shows, for whoever hears it. */
	readonly caption: string;
	readonly columns: readonly string[];
	readonly rows: ReadonlyArray<readonly Cell[]>;
};

export type Cell = {
	readonly text: string;
	/** Set where the text says what came of a probe, so that it can stand out. */
	readonly verdict?: Verdict;
};
