import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {writeFileWhole} from '../host/files.js';
import {readOwnFile} from '../host/own-files.js';
import type {FollowedName} from './followed-name.js';
import {namesAsJson, namesOfJson} from './messages.js';

/**
 * What is known of names, so that it is still permitted after a restart. As long as there is
 * such a file, names are followed from the next start on.
 */
export type NamesStore = {
	/** Nothing where the file is damaged: all of it can be asked for again. */
	readonly read: () => Promise<readonly FollowedName[]>;
	readonly save: (names: readonly FollowedName[]) => Promise<void>;
	/** Makes an empty one where there is none. */
	readonly prepare: () => Promise<void>;
	readonly remove: () => Promise<void>;
};

/** @param state the folder, for example `/var/lib/analytics-setup` */
export function namesStore(state: string): NamesStore {
	const path = join(state, 'names.json');
	const save = (names: readonly FollowedName[]) =>
		writeFileWhole(path, `${JSON.stringify(namesAsJson(names))}\n`);
	return {
		save,
		async read() {
			return namesOfJson((await readOwnFile(path)) ?? '');
		},
		async prepare() {
			if ((await readOwnFile(path)) === undefined) {
				await save([]);
			}
		},
		async remove() {
			await rm(path, {force: true});
		},
	};
}
