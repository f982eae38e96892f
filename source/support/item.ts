import type {Answers} from '../answers/schema.js';
import type {Plan} from '../flow/plan.js';
import type {Standing} from '../flow/standing.js';
import type {Machine} from '../machine.js';
import type {Site} from '../reports/site.js';

/** What items are collected from. What several of them need is worked out once. */
export type ItemContext = {
	readonly machine: Pick<
		Machine,
		'paths' | 'sources' | 'answers' | 'results' | 'backend' | 'now'
	>;
	/** Ends when the item has had its time. */
	readonly signal: AbortSignal;
	/** @throws Failure when there are none, or they are damaged */
	readonly answers: () => Promise<Answers>;
	readonly plan: () => Promise<Plan>;
	readonly site: () => Promise<Site>;
	readonly standing: () => Promise<Standing>;
};

/** What was found, and what of it could not be: a few words each, without a full stop. */
export type Collected = {
	readonly text: string;
	readonly problems: readonly string[];
};

/** One file of a bundle, and where it comes from. Collecting it changes nothing. */
export type Item = {
	/** Its path in the archive, below the archive's one folder. */
	readonly name: string;
	readonly title: string;
	readonly collect: (context: ItemContext) => Promise<Collected>;
};
