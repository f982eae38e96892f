import type {AnswersStore} from './answers/store.js';
import {monotonicNow} from './host/boot.js';
import {isThere, readFileIfThere, writeFileWhole} from './host/files.js';
import type {Paths} from './host/paths.js';
import {formatMoment} from './moment.js';
import type {ResultsStore} from './probes/results-store.js';
import {withoutSecrets} from './redaction/without-secrets.js';
import {
	type LoginStanding,
	type OnTrial,
	renderLoginMessage,
	type TakenBack,
} from './reports/login-message.js';
import {describeGeneration} from './transaction/describe-generation.js';
import {foldersIn} from './transaction/folders.js';
import {
	type Generation,
	newestGeneration,
	readCandidate,
} from './transaction/generations.js';
import {readLastUndone} from './transaction/read-undone.js';
import {readTrialStanding} from './transaction/trial-standing.js';

export type LoginMessageContext = {
	readonly paths: Pick<Paths, 'state' | 'loginMessage'>;
	readonly answers: Pick<AnswersStore, 'read'>;
	readonly results: Pick<ResultsStore, 'read'>;
};

/**
 * Writes what every login is told until the next start. Whatever goes wrong with that, the
 * work that it tells about goes on.
 */
export async function tellLogins(context: LoginMessageContext): Promise<void> {
	const {loginMessage: path} = context.paths;
	if (path !== undefined) {
		await writeMessage(path, context).catch(() => undefined);
	}
}

/** Another process may have changed what is told while it was written: until both agree. */
async function writeMessage(path: string, context: LoginMessageContext): Promise<void> {
	let text = renderLoginMessage(await readStanding(context));
	while ((await readFileIfThere(path)) !== text) {
		await writeFileWhole(path, text, {mode: 0o644, folderMode: 0o755});
		text = renderLoginMessage(await readStanding(context));
	}
}

async function readStanding({
	paths: {state},
	answers,
	results,
}: LoginMessageContext): Promise<LoginStanding> {
	const {trial: folder} = foldersIn(state);
	const [trial, candidate, newest, run] = await Promise.all([
		readTrial(folder),
		readCandidate(folder),
		newestGeneration(state),
		results.read(),
	]);
	return {
		answers:
			candidate?.answers ??
			newest?.answers ??
			(await answers.read().catch(() => undefined)),
		kept: newest && describeGeneration(newest),
		trial,
		takenBack: await readTakenBack(state, newest),
		run,
	};
}

/** By the clock on the wall, which the trial itself does not go by. */
async function readTrial(folder: string): Promise<OnTrial | undefined> {
	const standing = await readTrialStanding(folder);
	if (standing === undefined) {
		return (await isThere(folder)) ? {until: undefined} : undefined;
	}

	const end = new Date(Date.now() + standing.deadline - monotonicNow());
	return {until: `${end.toISOString().slice(11, 19)} UTC`};
}

/** Whoever asked for it knows, unless it went wrong. */
async function readTakenBack(
	state: string,
	newest: Generation | undefined,
): Promise<TakenBack | undefined> {
	const undone = await readLastUndone(state);
	const ending = undone?.ending?.kind === 'undone' ? undone.ending : undefined;
	const isOver =
		ending !== undefined && newest !== undefined && ending.at < newest.ending.at;
	if (undone === undefined || isOver || (undone.isRestored && ending?.by !== undefined)) {
		return undefined;
	}

	return {
		isWhole: undone.isRestored,
		at: ending && formatMoment(ending.at),
		// Some are words of other programs.
		reason: withoutSecrets(ending?.reason ?? 'They were not kept.'),
	};
}
