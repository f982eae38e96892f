import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {readOwnFile, writeFileAtOnce} from '../host/own-files.js';
import {late} from '../late.js';
import type {Draft} from './schema.js';

/** What was typed in steps that are not answered yet: by step, then by field. */
export type Typed = Readonly<
	Record<string, Readonly<Record<string, string | readonly string[]>>>
>;

/** What a wizard that has not come to its end leaves behind. */
export type SavedDraft = {readonly answers: Draft; readonly typed: Typed};

export type DraftStore = {
	/** Undefined when there is no draft. */
	readonly read: () => Promise<SavedDraft | undefined>;
	/** At once, so that nothing is lost when the session drops. */
	readonly save: (draft: SavedDraft) => void;
	readonly discard: () => Promise<void>;
};

const loadParser = late(() => import('./parse-draft.js'));

/** @param folder for example `/var/lib/analytics-setup` */
export function draftStore(folder: string): DraftStore {
	const path = join(folder, 'draft.json');
	return {
		async read() {
			const text = await readOwnFile(path);
			if (text === undefined) {
				return undefined;
			}

			const {parseDraft} = await loadParser();
			return parseDraft(text);
		},
		save: draft => writeFileAtOnce(path, `${JSON.stringify(draft, undefined, '\t')}\n`),
		discard: () => rm(path, {force: true}),
	};
}
