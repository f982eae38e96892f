import {join} from 'node:path';
import * as z from 'zod';
import {writeFileWhole} from '../host/files.js';
import {readOwnFile} from '../host/own-files.js';
import type {ProbeRun} from './probe-result.js';

/** Keeps what the last run over the whole list found. */
export type ResultsStore = {
	/** Undefined when there was no run, or its file cannot be read or made sense of. */
	readonly read: () => Promise<ProbeRun | undefined>;
	readonly save: (run: ProbeRun) => Promise<void>;
};

/** What our own file must have; its results were typed when they were written. */
const runSchema = z.looseObject({
	schema: z.literal(1),
	startedAt: z.string(),
	finishedAt: z.string(),
	results: z.array(
		z.looseObject({id: z.string(), verdict: z.string(), ways: z.array(z.unknown())}),
	),
	counts: z.record(z.string(), z.number()),
});

/** @param folder for example `/var/lib/analytics-setup` */
export function resultsStore(folder: string): ResultsStore {
	const path = join(folder, 'results.json');
	return {
		async read() {
			try {
				const text = await readOwnFile(path);
				return runSchema.parse(JSON.parse(text ?? '')) as unknown as ProbeRun;
			} catch {
				return undefined;
			}
		},
		save: run => writeFileWhole(path, `${JSON.stringify(run, undefined, '\t')}\n`),
	};
}
