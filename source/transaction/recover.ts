import {readBootId} from '../host/boot.js';
import {isThere} from '../host/files.js';
import {finishEndings, type RecoverContext} from './finish-endings.js';
import {foldersIn} from './folders.js';
import {guardSocket} from './guard.js';
import {findGuard, type GuardLink} from './guard-link.js';
import {endTrial, readRecord} from './trial-folder.js';

/**
 * Goes back to what was kept last after a trial whose guard is gone, and carries out
 * what an interruption left half done. Only for whoever holds the lock, or before the
 * network is up. A guard that is there is let alone, and waited for when it is finishing.
 *
 * @param run the folder of the guard's socket
 * @returns what could not be done, a sentence each
 */
export async function recover(
	context: RecoverContext & {readonly run: string},
): Promise<readonly string[]> {
	const {trial} = foldersIn(context.state);
	const guard = await findGuard(guardSocket(context.run));
	if (guard !== undefined) {
		return (await isThere(trial)) ? leave(guard) : waitFor(guard);
	}

	if (await isThere(trial)) {
		const record = await readRecord(trial);
		const reason =
			record?.bootId === (await readBootId())
				? 'The process that guarded the new rules is gone.'
				: 'The server was restarted before the new rules were kept.';
		const at = new Date().toISOString();
		await endTrial(context.state, 0, {kind: 'undone', at, reason});
	}

	return finishEndings(context);
}

/** How long a guard may need to put everything back, in milliseconds. */
const patience = 120_000;

function leave(guard: GuardLink): readonly string[] {
	guard.close();
	return [];
}

/** What it is putting back must not be put back by two, nor under what comes next. */
async function waitFor(guard: GuardLink): Promise<readonly string[]> {
	let problems: readonly string[] = ['The guard of the last change does not end.'];
	const timer = setTimeout(guard.close, patience);
	for await (const news of guard.news) {
		problems = news.state === 'ended' ? news.problems : problems;
	}

	clearTimeout(timer);
	return problems;
}
