import {constants} from 'node:fs';
import {type FileHandle, open, readdir} from 'node:fs/promises';
import {Failure} from '../failure.js';
import {decodeText} from './decode-text.js';
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

const mostPaths = 1000;
const mebibyte = 1024 * 1024;

async function readTextFile(path: string): Promise<string> {
	const {text, fault} = decodeText(await readFileBytes(path, 1));
	if (text === undefined) {
		throw refused(fault);
	}

	return text;
}

/**
 * The bytes of a file that somebody names.
 *
 * @param most how many MiB it may have
 * @throws Failure `file.failed`, in one short sentence
 */
export async function readFileBytes(path: string, most: number): Promise<Uint8Array> {
	try {
		// Without waiting for whoever may write into a pipe.
		const file = await open(expandHome(path), constants.O_RDONLY | constants.O_NONBLOCK);
		try {
			return await readWhole(file, most);
		} finally {
			await file.close();
		}
	} catch (error) {
		throw error instanceof Failure ? error : unreadable(error);
	}
}

/**
 * The whole of a regular file, as long as that is not too much.
 *
 * @param most how many MiB it may have
 */
export async function readWhole(file: FileHandle, most: number): Promise<Uint8Array> {
	const found = await file.stat();
	if (found.isDirectory()) {
		throw refused('This is a folder.');
	}

	if (!found.isFile()) {
		throw refused('This is a device or a pipe, not a file.');
	}

	const limit = most * mebibyte + 1;
	let buffer = new Uint8Array(Math.min(Math.max(found.size, fewestBytes) + 1, limit));
	let length = 0;
	while (length < limit) {
		// Some files, as in /proc, do not tell their size before; others grow meanwhile.
		if (length === buffer.length) {
			buffer = enlarged(buffer, Math.min(length * 2, limit));
		}

		const {bytesRead} = await file.read(buffer, length, buffer.length - length);
		if (bytesRead === 0) {
			return buffer.subarray(0, length);
		}

		length += bytesRead;
	}

	throw refused(`This file is larger than ${most} MiB.`);
}

/** Room for what does not tell its size. */
const fewestBytes = 64 * 1024;

function enlarged(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
	const larger = new Uint8Array(length);
	larger.set(bytes);
	return larger;
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

/** Why a file could not be read. */
export function unreadable(error: unknown): Failure {
	return refused(sentenceOf(error), error);
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
