import {join} from 'node:path';
import {readOwnFile} from '../host/own-files.js';
import type {Paths} from '../host/paths.js';
import type {AnsweredLogin} from './login-schema.js';

/**
 * The logins of the answers that were saved, and of those that somebody left half done.
 * Nothing else of them is looked at: this comes before every command.
 */
export async function savedLogins({
	config,
	state,
}: Pick<Paths, 'config' | 'state'>): Promise<readonly AnsweredLogin[]> {
	const [saved, draft] = await Promise.all([
		readJson(join(config, 'config.json')),
		readJson(join(state, 'draft.json')),
	]);
	if (saved === null && draft === null) {
		return [];
	}

	const {loginsIn} = await import('./logins.js');
	return [...loginsIn(saved), ...loginsIn(Reflect.get(Object(draft), 'answers'))];
}

/** Whoever needs the whole of a file that cannot be read says so. */
async function readJson(path: string): Promise<unknown> {
	try {
		return JSON.parse((await readOwnFile(path)) ?? 'null');
	} catch {
		return null;
	}
}
