import {join} from 'node:path';
import {writeFileWhole} from '../host/files.js';
import {readOwnFile} from '../host/own-files.js';
import {late} from '../late.js';
import type {ProbeRun} from './probe-result.js';

/** Keeps what the last run over the whole list found. */
export type ResultsStore = {
	/** Undefined when there was no run, or its file cannot be read or made sense of. */
	readonly read: () => Promise<ProbeRun | undefined>;
	readonly save: (run: ProbeRun) => Promise<void>;
};

const loadSchema = late(() => import('./run-schema.js'));

/** @param folder for example `/var/lib/analytics-setup` */
export function resultsStore(folder: string): ResultsStore {
	const path = join(folder, 'results.json');
	return {
		async read() {
			try {
				const run = JSON.parse((await readOwnFile(path)) ?? '');
				const {runSchema} = await loadSchema();
				return runSchema.parse(run) as unknown as ProbeRun;
			} catch {
				return undefined;
			}
		},
		save: run => writeFileWhole(path, `${JSON.stringify(run, undefined, '\t')}\n`),
	};
}
