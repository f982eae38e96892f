import {join} from 'node:path';
import {readFileIfThere, writeFileWhole} from '../host/files.js';
import type {ProbeRun} from './probe-result.js';

/** Keeps what the last run over the whole list found. */
export type ResultsStore = {
	/** Undefined when there was no run, or its file cannot be read. */
	readonly read: () => Promise<ProbeRun | undefined>;
	readonly save: (run: ProbeRun) => Promise<void>;
};

/** @param folder for example `/var/lib/analytics-setup` */
export function resultsStore(folder: string): ResultsStore {
	const path = join(folder, 'results.json');
	return {
		async read() {
			const text = await readFileIfThere(path);
			try {
				return text === undefined ? undefined : (JSON.parse(text) as ProbeRun);
			} catch {
				return undefined;
			}
		},
		save: run => writeFileWhole(path, `${JSON.stringify(run, undefined, '\t')}\n`),
	};
}
