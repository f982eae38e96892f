import {isThere} from '../host/files.js';
import {late, loadLateOnes} from '../late.js';
import type {BeginContext, TrialRequest, TrialStage} from './begin-trial.js';
import {foldersIn} from './folders.js';
import type {Generation} from './generations.js';
import type {Trial} from './open-trial.js';
import type {Ending, TrialRecord} from './trial.js';

/** A pending trial: what is written of it, and its guard, unless they are gone. */
export type Pending = {
	readonly record: TrialRecord | undefined;
	readonly trial: Trial | undefined;
};

/** The trial that was rolled back last, when nothing came after it. */
export type Undone = {
	readonly record: TrialRecord | undefined;
	readonly ending: Ending | undefined;
	/** Whether the old rules are back whole. */
	readonly isRestored: boolean;
};

/** What was tried, kept and taken back on this server. */
export type Transactions = {
	readonly pending: () => Promise<Pending | undefined>;
	readonly lastUndone: () => Promise<Undone | undefined>;
	/** How a trial that is over was ended. */
	readonly endingOf: (record: TrialRecord) => Promise<Ending>;
	/** What was kept, newest first. */
	readonly generations: () => Promise<readonly Generation[]>;
	readonly generation: (number: number) => Promise<Generation | undefined>;
	readonly newest: () => Promise<Generation | undefined>;
	/**
	 * Takes back what a guard that is gone has left, and finishes what was interrupted.
	 * Only for whoever holds the lock.
	 * @returns what could not be done, a sentence each
	 */
	readonly recover: () => Promise<readonly string[]>;
	/** @throws Failure when nothing is changed, or everything was put back */
	readonly begin: (
		request: TrialRequest,
		onStage: (stage: TrialStage) => void,
	) => Promise<Trial>;
	/**
	 * Keeps what is in effect already.
	 * @returns what could not be done, a sentence each
	 */
	readonly adopt: (request: TrialRequest) => Promise<readonly string[]>;
};

const loadPending = late(() => import('./read-pending.js'));
const loadUndone = late(() => import('./read-undone.js'));
const loadFollowing = late(() => import('./follow-trial.js'));
const loadGenerations = late(() => import('./generations.js'));
const loadRecovery = late(() => import('./recover.js'));
const loadBeginning = late(() => import('./begin-trial.js'));
const loadAdoption = late(() => import('./adopt.js'));

/**
 * What reads and carries out transactions is loaded once there are some: on most servers
 * nothing is pending, and nothing was taken back.
 * @param open gives what changes are made with
 */
export function transactionsOn(
	{state, run}: Pick<BeginContext, 'state' | 'run'>,
	open: () => Promise<BeginContext>,
): Transactions {
	const {trial, undone, generations} = foldersIn(state);
	return {
		async pending() {
			if (!(await isThere(trial))) {
				return undefined;
			}

			const {readPending} = await loadPending();
			await loadLateOnes();
			return readPending(state, run);
		},
		async lastUndone() {
			if (!(await isThere(undone))) {
				return undefined;
			}

			const {readLastUndone} = await loadUndone();
			return readLastUndone(state);
		},
		async endingOf(record) {
			const {readEnd} = await loadFollowing();
			return (await readEnd({state, record}, [])).ending;
		},
		async generations() {
			const {readGenerations} = await loadGenerations();
			return readGenerations(state);
		},
		async generation(number) {
			const {readGeneration} = await loadGenerations();
			return readGeneration(state, number);
		},
		async newest() {
			if (!(await isThere(generations))) {
				return undefined;
			}

			const {newestGeneration} = await loadGenerations();
			return newestGeneration(state);
		},
		async recover() {
			const [{recover}, context] = await Promise.all([loadRecovery(), open()]);
			return recover(context);
		},
		async begin(request, onStage) {
			const [{beginTrial}, context] = await Promise.all([loadBeginning(), open()]);
			await loadLateOnes();
			return beginTrial(request, context, onStage);
		},
		async adopt(request) {
			const [{adopt}, context] = await Promise.all([loadAdoption(), open()]);
			return adopt(request, context);
		},
	};
}
