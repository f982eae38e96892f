import {readBootId} from '../host/boot.js';
import {isThere} from '../host/files.js';
import {finishEndings, type RecoverContext} from './finish-endings.js';
import {foldersIn} from './folders.js';
import {endTrial, readRecord} from './trial-folder.js';

/**
 * Goes back to what was kept last after a trial whose guard is gone, and carries out
 * what an interruption left half done. Only for whoever holds the lock and has found no
 * guard, or before the network is up.
 * @returns what could not be done, a sentence each
 */
export async function recover(context: RecoverContext): Promise<readonly string[]> {
	const {trial} = foldersIn(context.state);
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
