import type {Draft} from '../../answers/schema.js';
import type {ProbeResult} from '../../probes/probe-result.js';

/** What the probes of the list answer. */
export type ProbedQuestion =
	/** Which addresses a name has. */
	| {readonly about: 'name'; readonly name: string}
	/** Whether the server's own name leads to this server. */
	| {readonly about: 'own-name'; readonly name: string}
	/** Whether the other end answers, as these answers have it. */
	| {readonly about: 'sql-server'; readonly answers: Pick<Draft, 'sql'>}
	| {readonly about: 'sql-browser'; readonly answers: Pick<Draft, 'sql'>}
	| {readonly about: 'relay'; readonly answers: Pick<Draft, 'smtp'>}
	| {readonly about: 'proxy'; readonly answers: Pick<Draft, 'proxy'>};

/** What is asked in the background about a value that is being typed. */
export type Question =
	| ProbedQuestion
	/** What of all that was observed only the listed destinations would cut off. */
	| {readonly about: 'observed'};

/** A question, and the path of the answer that it is about: `sql.host`, `time.servers[1]`. */
export type Inquiry = {readonly path: string; readonly question: Question};

/** What came of a question, in the words of the results. */
export type Reply = Pick<
	ProbeResult,
	'destination' | 'address' | 'verdict' | 'cause' | 'owner' | 'detail' | 'remedy'
>;

/** What tells a question from others: the same one is asked once. */
export function keyOfQuestion(question: Question): string {
	return JSON.stringify(question);
}
