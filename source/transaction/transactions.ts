import {isThere} from '../host/files.js';
import {
	type BeginContext,
	beginTrial,
	recordOf,
	type TrialRequest,
	type TrialStage,
} from './begin-trial.js';
import {finishEndings} from './finish-endings.js';
import {foldersIn} from './folders.js';
import {readEnd} from './follow-trial.js';
import {
	type Generation,
	newestGeneration,
	readGeneration,
	readGenerations,
} from './generations.js';
import {guardSocket} from './guard.js';
import {findGuard} from './guard-link.js';
import {readSteps} from './journal.js';
import {openTrial, type Trial} from './open-trial.js';
import {recover} from './recover.js';
import type {Ending, TrialRecord} from './trial.js';
import {readEnding, readRecord, writeGeneration} from './trial-folder.js';

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

export function transactionsOn(context: BeginContext): Transactions {
	const {state, run} = context;
	return {
		pending: () => readPending(state, run),
		lastUndone: () => readLastUndone(state),
		endingOf: async record => (await readEnd({state, record}, [])).ending,
		generations: () => readGenerations(state),
		generation: number => readGeneration(state, number),
		newest: () => newestGeneration(state),
		recover: () => recover(context),
		begin: (request, onStage) => beginTrial(request, context, onStage),
		async adopt(request) {
			const record = await recordOf(request, state);
			const at = new Date().toISOString();
			const proof = {kind: 'unattended'} as const;
			await writeGeneration(state, record, request, {
				kind: 'kept',
				at,
				by: request.by,
				proof,
			});
			await context.prepareBoot();
			return finishEndings(context);
		},
	};
}

async function readPending(state: string, run: string): Promise<Pending | undefined> {
	const folder = foldersIn(state).trial;
	if (!(await isThere(folder))) {
		return undefined;
	}

	const record = await readRecord(folder);
	const socket = guardSocket(run);
	const link = record && (await findGuard(socket));
	const trial = link && (await openTrial(link, {state, socket, record}));
	return {record, trial};
}

export async function readLastUndone(state: string): Promise<Undone | undefined> {
	const {undone} = foldersIn(state);
	if (!(await isThere(undone))) {
		return undefined;
	}

	const [record, ending, steps] = await Promise.all([
		readRecord(undone),
		readEnding(undone, 'undone'),
		readSteps(undone),
	]);
	return {record, ending, isRestored: steps.has('restored')};
}
