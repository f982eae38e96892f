import type * as z from 'zod';
import {writeFileWhole} from '../host/files.js';
import {readOwnFile} from '../host/own-files.js';

/** Writes a value as JSON, whole or not at all. */
export async function writeJson(path: string, value: unknown): Promise<void> {
	await writeFileWhole(path, `${JSON.stringify(value, undefined, '\t')}\n`);
}

/** Reads one of our JSON files; undefined when it is missing or damaged. */
export async function readJson<Value>(
	path: string,
	schema: z.ZodType<Value>,
): Promise<Value | undefined> {
	const text = await readOwnFile(path);
	try {
		return schema.parse(JSON.parse(text ?? ''));
	} catch {
		return undefined;
	}
}
