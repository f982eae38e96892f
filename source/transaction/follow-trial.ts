import {join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {isThere} from '../host/files.js';
import {foldersIn, generationFolder} from './folders.js';
import {awaitGuard, type GuardLink} from './guard-link.js';
import {readSteps} from './journal.js';
import type {News} from './messages.js';
import type {Ending, TrialRecord} from './trial.js';
import {readEnding, readRecord} from './trial-folder.js';

/** How a trial ended, and what could not be done then, a sentence each. */
export type TrialEnd = {
	readonly ending: Ending;
	readonly problems: readonly string[];
};

export type Followed = {
	readonly state: string;
	/** Where the guard listens. */
	readonly socket: string;
	readonly record: TrialRecord;
	readonly onNews: (news: News) => void;
	/** Told of another guard that has taken over. */
	readonly onLink: (link: GuardLink) => void;
	/** Aborted by whoever looks away while the trial goes on. */
	readonly signal: AbortSignal;
};

const never = new Promise<never>(() => undefined);

/** How long a guard that was killed may take to come back, in milliseconds. */
const patience = 5000;

/**
 * Listens to a guard until the trial has ended, also over a guard that was killed and
 * started again.
 * @returns undefined when the guard is gone for good and the trial still pending; never
 *   returns once one has looked away
 */
export async function followTrial(
	first: GuardLink,
	followed: Followed,
): Promise<TrialEnd | undefined> {
	let link: GuardLink | undefined = first;
	while (link !== undefined) {
		followed.onLink(link);
		for await (const news of link.news) {
			followed.onNews(news);
			if (news.state === 'ended') {
				link.close();
				return readEnd(followed, news.problems);
			}
		}

		if (followed.signal.aborted) {
			return never;
		}

		link = (await isPending(followed))
			? await awaitGuard(followed.socket, patience)
			: undefined;
	}

	return (await isCarriedOut(followed)) ? readEnd(followed, []) : undefined;
}

/** Waits until another guard has done what was decided; it tells nobody. */
async function isCarriedOut(followed: Followed): Promise<boolean> {
	const end = performance.now() + patience;
	while (!(await isPending(followed)) && performance.now() < end) {
		const steps = await readSteps(await folderOf(followed));
		if (steps.has('restored') || steps.has('settled')) {
			return true;
		}

		await delay(10);
	}

	return false;
}

async function isPending({state}: Followed): Promise<boolean> {
	return isThere(join(foldersIn(state).trial, 'record.json'));
}

/** How the trial ended, as it was written down. */
export async function readEnd(
	{state, record}: Pick<Followed, 'state' | 'record'>,
	problems: readonly string[],
): Promise<TrialEnd> {
	const folder = await folderOf({state, record});
	const {undone} = foldersIn(state);
	const ending = (await readEnding(folder, folder === undone ? 'undone' : 'kept')) ?? {
		kind: 'undone',
		at: new Date().toISOString(),
		reason: 'They were not kept.',
	};
	return {ending, problems};
}

/** What the folder of a trial that has ended is called now. */
async function folderOf({
	state,
	record,
}: Pick<Followed, 'state' | 'record'>): Promise<string> {
	const generation = generationFolder(state, record.number);
	const found = await readRecord(generation);
	return found?.startedAt === record.startedAt ? generation : foldersIn(state).undone;
}
