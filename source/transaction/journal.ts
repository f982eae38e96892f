import {open} from 'node:fs/promises';
import {join} from 'node:path';
import * as z from 'zod';
import {readOwnFile} from '../host/own-files.js';

/** The steps of a transaction, in the order in which they can come. */
export const journalSteps = [
	'began',
	'guarded',
	'loading',
	'verifying',
	'on-trial',
	'restoring',
	'restored',
	'settling',
	'settled',
] as const;
export type JournalStep = (typeof journalSteps)[number];

/** Notes a step before it is taken, so that whoever comes after a crash knows how far it went. */
export type NoteStep = (folder: string, step: JournalStep) => Promise<void>;

const fileName = 'journal.jsonl';

/** Appends a line and waits until it is on the disk. */
export const noteStep: NoteStep = async (folder, step) => {
	const file = await open(join(folder, fileName), 'a', 0o600);
	try {
		await file.write(`${JSON.stringify({at: new Date().toISOString(), step})}\n`);
		await file.sync();
	} finally {
		await file.close();
	}
};

const lineSchema = z.object({step: z.enum(journalSteps)});

/** The steps that were begun. A last line that a power cut tore off was never acted upon. */
export async function readSteps(folder: string): Promise<ReadonlySet<JournalStep>> {
	const text = (await readOwnFile(join(folder, fileName))) ?? '';
	return new Set(text.split('\n').flatMap(readLine));
}

function readLine(line: string): readonly JournalStep[] {
	try {
		return [lineSchema.parse(JSON.parse(line)).step];
	} catch {
		return [];
	}
}
