import {Failure} from '../../source/failure.js';
import type {Sources} from '../../source/host/sources.js';

export type SourcesRecord = {
	/** By their paths; an error is what reading fails with. */
	readonly files?: Readonly<Record<string, string | Error>>;
	/**
	 * What programs say, by their names or by whole lines with arguments; an error is what
	 * they fail with, and null stands for one that never ends unless it is called off.
	 */
	readonly programs?: Readonly<Record<string, string | Error | null>>;
};

/** A machine's files and programs as data: what is not recorded is not installed. */
export function recordedSources({
	files = {},
	programs = {},
}: SourcesRecord = {}): Sources {
	return {
		async run(file, arguments_, {signal} = {}) {
			const line = [file, ...arguments_].join(' ');
			const said = line in programs ? programs[line] : programs[file];
			if (said === null) {
				await new Promise((_, reject) => {
					signal?.addEventListener('abort', () => reject(calledOff(file)));
				});
			}

			if (typeof said === 'string') {
				return {stdout: said, stderr: ''};
			}

			throw said ?? new Failure('command.failed', `"${file}" is not installed`);
		},
		async readFile(path) {
			const content = files[path];
			if (content instanceof Error) {
				throw content;
			}

			return content;
		},
		listFiles: async folder =>
			Object.keys(files)
				.filter(path => path.startsWith(`${folder}/`))
				.map(path => path.slice(folder.length + 1)),
	};
}

function calledOff(file: string): Failure {
	return new Failure('command.failed', `"${file}" was called off`);
}
