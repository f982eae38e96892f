import type {Answers} from '../../source/answers/schema.js';
import {Failure} from '../../source/failure.js';
import {monotonicNow} from '../../source/host/boot.js';
import {type TrialRequest, trialStages} from '../../source/transaction/begin-trial.js';
import type {TrialEnd} from '../../source/transaction/follow-trial.js';
import type {Generation} from '../../source/transaction/generations.js';
import type {News} from '../../source/transaction/messages.js';
import type {Trial} from '../../source/transaction/open-trial.js';
import type {
	Pending,
	Transactions,
	Undone,
} from '../../source/transaction/transactions.js';
import type {TrialRecord} from '../../source/transaction/trial.js';

const at = '2026-11-22T14:02:11.000Z';

export const exampleRecord: TrialRecord = {
	schema: 1,
	number: 1,
	by: {user: 'root', from: '10.40.0.7'},
	startedAt: at,
	seconds: 120,
	changes: ['add: 10.20.0.0/16 may reach 9999/tcp: viewers'],
	bootId: '',
	hasFront: false,
};

/** A trial made of data; its guard says what a test tells it. */
export type RecordedTrial = Trial & {
	readonly tell: (news: News) => void;
	readonly end: (end: TrialEnd) => void;
	/** Its guard is gone for good. */
	readonly lose: () => void;
};

export function recordedTrial(
	record: TrialRecord = exampleRecord,
	asked: string[] = [],
): RecordedTrial {
	let latest: News = {
		state: 'on-trial',
		deadline: monotonicNow() + record.seconds * 1000,
		verified: 214,
		connections: ['10.40.0.7 50022'],
	};
	const listeners = new Set<(news: News) => void>();
	const ended = Promise.withResolvers<TrialEnd>();
	return {
		record,
		ended: ended.promise,
		news: () => latest,
		onNews(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		keep(by, proof) {
			asked.push(`keep, ${proof.kind}`);
			ended.resolve({ending: {kind: 'kept', at, by, proof}, problems: []});
		},
		undo(by, reason) {
			asked.push('undo');
			ended.resolve({ending: {kind: 'undone', at, by, reason}, problems: []});
		},
		close: () => undefined,
		end: ended.resolve,
		lose: () => ended.reject(new Failure('guard.missing', 'The guard is gone.')),
		tell(news) {
			latest = news;
			for (const listener of listeners) {
				listener(news);
			}
		},
	};
}

export type TransactionsRecord = {
	readonly pending?: Pending | undefined;
	readonly undone?: Undone | undefined;
	readonly generations?: readonly Generation[] | undefined;
	/** Waited for in the middle of an apply; fails the apply when it is rejected. */
	readonly applying?: (() => Promise<void>) | undefined;
	/** What is done when a trial is kept. */
	readonly onKept: (answers: Answers) => Promise<void>;
};

/** Transactions made of data, which write down what they were asked. */
export function recordedTransactions(
	{pending, undone, generations = [], applying, onKept}: TransactionsRecord,
	asked: string[],
): Transactions & {readonly lastTrial: () => RecordedTrial | undefined} {
	let trial: RecordedTrial | undefined;
	return {
		lastTrial: () => trial,
		pending: async () => pending,
		lastUndone: async () => undone,
		endingOf: async () =>
			undone?.ending ?? {kind: 'undone', at, reason: 'They were not kept.'},
		generations: async () => generations,
		generation: async number => generations.find(found => found.number === number),
		newest: async () => generations[0],
		async recover() {
			asked.push('recover');
			return [];
		},
		async begin(request, onStage) {
			asked.push('begin');
			await applying?.();
			for (const stage of trialStages) {
				onStage(stage);
			}

			for (const layer of request.layers) {
				await layer.load(request.policy);
			}

			trial = recordedTrial(recordOf(request), asked);
			const {ended} = trial;
			const settled = ended.then(async end => {
				if (end.ending.kind === 'kept') {
					await onKept(request.answers);
				} else {
					await Promise.all(request.layers.map(layer => layer.restore('')));
				}

				return end;
			});
			return {...trial, ended: settled};
		},
		async adopt({answers}) {
			asked.push('adopt');
			await onKept(answers);
			return [];
		},
	};
}

function recordOf(request: TrialRequest): TrialRecord {
	const {by, seconds, changes} = request;
	return {...exampleRecord, by, seconds, changes};
}
