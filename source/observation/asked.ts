import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import * as z from 'zod';
import {writeFileWhole} from '../host/files.js';
import {readOwnFile} from '../host/own-files.js';

/** That somebody wants this server observed. Only commands write it, and only then. */
const askedSchema = z
	.object({
		/** In milliseconds since 1970. */
		since: z.number(),
		/** When it was to end; undefined while it goes on. */
		until: z.number().optional(),
	})
	.readonly();
export type Asked = z.output<typeof askedSchema>;

/** @param state for example `/var/lib/analytics-setup` */
export async function readAsked(state: string): Promise<Asked | undefined> {
	const text = await readOwnFile(askedPath(state));
	try {
		return text === undefined ? undefined : askedSchema.parse(JSON.parse(text));
	} catch {
		return undefined;
	}
}

export async function saveAsked(state: string, asked: Asked): Promise<void> {
	await writeFileWhole(askedPath(state), `${JSON.stringify(asked)}\n`);
}

export async function removeAsked(state: string): Promise<void> {
	await rm(askedPath(state), {force: true});
}

/** Whether this server is to be observed now, and after a restart. */
export function isOngoing(asked: Asked | undefined): asked is Asked {
	return asked !== undefined && asked.until === undefined;
}

function askedPath(state: string): string {
	return join(state, 'observing.json');
}
