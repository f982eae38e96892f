import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import * as z from 'zod';
import {readOwnFile, writeFileAtOnce} from '../host/own-files.js';
import {type Draft, sectionSchemas} from './schema.js';

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

const typedSchema = z.record(
	z.string(),
	z.record(z.string(), z.union([z.string(), z.array(z.string())])),
);

/** @param folder for example `/var/lib/analytics-setup` */
export function draftStore(folder: string): DraftStore {
	const path = join(folder, 'draft.json');
	return {
		async read() {
			const text = await readOwnFile(path);
			return text === undefined ? undefined : parseDraft(text);
		},
		save: draft => writeFileAtOnce(path, `${JSON.stringify(draft, undefined, '\t')}\n`),
		discard: () => rm(path, {force: true}),
	};
}

/** What is damaged is asked again; the rest stays. */
function parseDraft(text: string): SavedDraft {
	const saved = parseJson(text);
	const sections = Object.entries(sectionSchemas).flatMap(([section, schema]) => {
		const input: unknown = Reflect.get(Object(saved.answers), section);
		// Some sections have defaults: what was never asked must not read as answered.
		const data = input === undefined ? undefined : schema.safeParse(input).data;
		return data === undefined ? [] : [[section, data]];
	});
	return {
		answers: Object.fromEntries(sections) as Draft,
		typed: typedSchema.safeParse(saved.typed).data ?? {},
	};
}

function parseJson(text: string): Readonly<Record<string, unknown>> {
	try {
		return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
	} catch {
		return {};
	}
}
