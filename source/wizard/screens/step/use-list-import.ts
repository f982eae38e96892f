import {basename} from 'node:path';
import {useState} from 'react';
import type {EntriesFound} from '../../../addresses/entries-in-text.js';
import {Failure} from '../../../failure.js';
import type {TextFiles} from '../../../host/text-files.js';
import {entriesInFile} from '../../entries-in-file.js';
import {type Prompt, usePrompt} from '../../widgets/use-prompt.js';
import {useTask} from '../../widgets/use-task.js';

export type ListImportOptions = {
	readonly textFiles: TextFiles;
	/** Told of what a file has. */
	readonly onRead: (found: EntriesFound) => void;
	/** Ctrl-C. */
	readonly onLeave: () => void;
};

type Request = {readonly wants: 'text' | 'paths'; readonly path: string};

const howTo = 'Tab completes, Esc ends';

/** Ctrl-O on a list: asks for a file, and reads the entries in it. */
export function useListImport(options: ListImportOptions): Prompt {
	const {textFiles, onRead, onLeave} = options;
	const [request, ask] = useState<Request>();
	const [note, say] = useState(howTo);
	const prompt = usePrompt({
		label: 'File',
		note,
		onChange() {
			ask(undefined);
			say('');
		},
		onKey(name, path) {
			if (name === 'tab') {
				ask({wants: 'paths', path});
			} else if (name === 'enter' && path.trim() !== '') {
				say('reading');
				ask({wants: 'text', path: path.trim()});
			}
		},
		onLeave,
	});
	const begin = async ({wants, path}: Request): Promise<() => void> => {
		if (wants === 'paths') {
			const paths = await textFiles.complete(path);
			return () => {
				prompt.change(commonStart(paths) ?? path);
				say(noteOn(paths));
			};
		}

		const found = entriesInFile(path, await textFiles.read(path));
		return () => {
			onRead(found);
			prompt.close();
		};
	};

	const current = prompt.isOpen ? request : undefined;
	useTask(current, async signal => {
		if (current === undefined) {
			return;
		}

		const end = await begin(current).catch((error: unknown) => {
			const sentence = sentenceOf(error);
			return () => say(sentence);
		});
		if (!signal.aborted) {
			end();
		}
	});
	return {
		...prompt,
		open() {
			ask(undefined);
			say(howTo);
			prompt.open();
		},
	};
}

/** What is no Failure is a fault of ours. */
function sentenceOf(error: unknown): string {
	if (error instanceof Failure) {
		return error.message;
	}

	throw error;
}

/** How all the texts begin; undefined when there are none. */
function commonStart([first, ...others]: readonly string[]): string | undefined {
	let start = first;
	for (const text of others) {
		while (start !== undefined && !text.startsWith(start)) {
			start = start.slice(0, -1);
		}
	}

	return start;
}

function noteOn(paths: readonly string[]): string {
	if (paths.length === 1) {
		return '';
	}

	return paths.length === 0
		? 'nothing begins like this'
		: paths.map(path => basename(path)).join('  ');
}
