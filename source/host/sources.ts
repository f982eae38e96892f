import {constants} from 'node:fs';
import {type FileHandle, open, readdir} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {Failure} from '../failure.js';
import {type RunCommand, runCommand} from './command.js';
import {codeOf, reasonOf} from './file-errors.js';

/** What evidence is read from. Nothing of it is changed. */
export type Sources = {
	readonly run: RunCommand;
	/**
	 * The text of a file, of one that is very large the beginning and the end in whole
	 * lines; undefined when there is none.
	 * @throws Failure `file.failed`, in a short sentence
	 */
	readonly readFile: (path: string) => Promise<string | undefined>;
	/** The files below a folder, as paths from there, in order; links are left out. */
	readonly listFiles: (folder: string) => Promise<readonly string[]>;
};

export const sources: Sources = {run: runCommand, readFile: readText, listFiles};

/** Of the beginning and of the end. */
const mostBytes = 8 * 1024 * 1024;

async function readText(path: string): Promise<string | undefined> {
	try {
		// Without waiting for whoever may write into a pipe.
		const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
		try {
			return await textOf(path, file);
		} finally {
			await file.close();
		}
	} catch (error) {
		if (codeOf(error) === 'ENOENT') {
			return undefined;
		}

		throw error instanceof Failure ? error : unread(path, reasonOf(error), error);
	}
}

async function textOf(path: string, file: FileHandle): Promise<string> {
	const found = await file.stat();
	if (!found.isFile()) {
		throw unread(path, 'it is no regular file');
	}

	if (found.size <= 2 * mostBytes) {
		return await file.readFile('utf8');
	}

	const first = await readPart(file, 0);
	const last = await readPart(file, found.size - mostBytes);
	// A line that is cut could leave half of a secret, which nothing knows as one.
	const begin = first.slice(0, first.lastIndexOf('\n') + 1);
	const end = last.slice(last.indexOf('\n') + 1);
	return `${begin}… what stands between is left out here …\n${end}`;
}

async function readPart(file: FileHandle, position: number): Promise<string> {
	const buffer = new Uint8Array(mostBytes);
	const {bytesRead} = await file.read(buffer, 0, mostBytes, position);
	return new TextDecoder().decode(buffer.subarray(0, bytesRead));
}

async function listFiles(folder: string): Promise<readonly string[]> {
	try {
		const entries = await readdir(folder, {recursive: true, withFileTypes: true});
		return entries
			.filter(entry => entry.isFile())
			.map(entry => relative(folder, join(entry.parentPath, entry.name)))
			.toSorted();
	} catch (error) {
		if (codeOf(error) === 'ENOENT') {
			return [];
		}

		throw unread(folder, reasonOf(error), error);
	}
}

function unread(path: string, reason: string, cause?: unknown): Failure {
	return new Failure('file.failed', `"${path}" could not be read: ${reason}.`, {cause});
}
