import {constants} from 'node:fs';
import {type FileHandle, open, readdir} from 'node:fs/promises';
import {Failure} from '../failure.js';
import {codeOf, reasonOf} from './file-errors.js';
import {expandHome} from './home.js';

/** Files that somebody names, to be read here. `~` is the home of whoever runs this program. */
export type TextFiles = {
	/**
	 * The text of a file, of at most 1 MiB.
	 * @throws Failure `file.failed`, in one short sentence
	 */
	readonly read: (path: string) => Promise<string>;
	/** The paths that begin like this, those of folders with a slash at their end; a few. */
	readonly complete: (path: string) => Promise<readonly string[]>;
};

export const textFiles: TextFiles = {read: readTextFile, complete: completePath};

const mostBytes = 1024 * 1024;
const mostPaths = 1000;

async function readTextFile(path: string): Promise<string> {
	try {
		// Without waiting for whoever may write into a pipe.
		const file = await open(expandHome(path), constants.O_RDONLY | constants.O_NONBLOCK);
		try {
			return textOf(await readStart(file));
		} finally {
			await file.close();
		}
	} catch (error) {
		throw error instanceof Failure ? error : refused(sentenceOf(error), error);
	}
}

/** The whole of a regular file, as long as that is not too much. */
async function readStart(file: FileHandle): Promise<Uint8Array> {
	const found = await file.stat();
	if (found.isDirectory()) {
		throw refused('This is a folder.');
	}

	if (!found.isFile()) {
		throw refused('This is a device or a pipe, not a file.');
	}

	// Some files, as in /proc, do not tell their size before.
	const buffer = new Uint8Array(mostBytes + 1);
	let length = 0;
	while (length < buffer.length) {
		const {bytesRead} = await file.read(buffer, length, buffer.length - length);
		if (bytesRead === 0) {
			return buffer.subarray(0, length);
		}

		length += bytesRead;
	}

	throw refused('This file is larger than 1 MiB.');
}

function textOf(bytes: Uint8Array): string {
	try {
		const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
		if (!text.includes('\0')) {
			return text;
		}
	} catch (error) {
		throw refused('This is no UTF-8 text: save it as plain text or CSV UTF-8.', error);
	}

	throw refused('This is no text.');
}

async function completePath(path: string): Promise<readonly string[]> {
	const folder = path.slice(0, path.lastIndexOf('/') + 1);
	const begun = path.slice(folder.length);
	try {
		const found = await readdir(expandHome(folder === '' ? '.' : folder), {
			withFileTypes: true,
		});
		return found
			.filter(({name}) => name.startsWith(begun) && !isHidden(name, begun))
			.map(entry => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`)
			.toSorted()
			.slice(0, mostPaths);
	} catch {
		// Whatever cannot be looked at has nothing to offer.
		return [];
	}
}

function isHidden(name: string, begun: string): boolean {
	return name.startsWith('.') && begun === '';
}

function sentenceOf(error: unknown): string {
	switch (codeOf(error)) {
		case 'ENOENT':
		case 'ENOTDIR':
			return 'There is no such file.';
		case 'EISDIR':
			return 'This is a folder.';
		default:
			return `It cannot be read: ${reasonOf(error)}.`;
	}
}

function refused(message: string, cause?: unknown): Failure {
	return new Failure('file.failed', message, {cause});
}
