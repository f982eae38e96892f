import {lstat, open, readFile, rename, rm} from 'node:fs/promises';
import {dirname} from 'node:path';
import {Failure} from '../failure.js';
import {codeOf, reasonOf} from './file-errors.js';
import {makeOwnFolder} from './own-files.js';

export type WriteOptions = {
	/** Of the file; 0600 unless told otherwise. */
	readonly mode?: number;
	/** Of the file's folder, if it has to be made; 0700 unless told otherwise. */
	readonly folderMode?: number;
};

/**
 * Writes a file so that a reader, or a power cut, meets either the old content or the
 * new one, whole: beside it, synced, then renamed.
 * @throws Failure `file.failed`, or `state.unsafe` when its folder is not ours
 */
export async function writeFileWhole(
	path: string,
	content: string,
	{mode = 0o600, folderMode = 0o700}: WriteOptions = {},
): Promise<void> {
	try {
		await makeOwnFolder(dirname(path), folderMode);
		await replaceFile(path, content, mode);
	} catch (error) {
		if (error instanceof Failure) {
			throw error;
		}

		throw new Failure(
			'file.failed',
			`"${path}" could not be written: ${reasonOf(error)}.`,
			{
				remedies: ['Check that the disk has room and that you may write there.'],
				cause: error,
			},
		);
	}
}

/**
 * The content of a file, or undefined when there is none.
 * @throws Failure `file.failed` when it is there and cannot be read
 */
export async function readFileIfThere(path: string): Promise<string | undefined> {
	try {
		return await readFile(path, 'utf8');
	} catch (error) {
		if (codeOf(error) === 'ENOENT') {
			return undefined;
		}

		throw new Failure('file.failed', `"${path}" could not be read: ${reasonOf(error)}.`, {
			cause: error,
		});
	}
}

/** Whether there is anything at this path, be it a link. */
export async function isThere(path: string): Promise<boolean> {
	return lstat(path).then(
		() => true,
		() => false,
	);
}

/** The same in a folder that has to be there already, with errors as Node.js gives them. */
export async function replaceFile(
	path: string,
	content: string,
	mode = 0o600,
): Promise<void> {
	const temporary = `${path}.${crypto.randomUUID()}.new`;
	try {
		await writeSynced(temporary, content, mode);
		await rename(temporary, path);
		await syncFolder(dirname(path));
	} catch (error) {
		// What became of the clean-up does not matter beside what went wrong.
		await rm(temporary, {force: true}).catch(() => undefined);
		throw error;
	}
}

/** Writes a new file, and waits until its content is on the disk. */
export async function writeSynced(
	path: string,
	content: string | Uint8Array,
	mode: number,
): Promise<void> {
	const file = await open(path, 'wx', mode);
	try {
		await file.writeFile(content);
		await file.sync();
	} finally {
		await file.close();
	}
}

/** Waits until the names in a folder are on the disk. */
export async function syncFolder(path: string): Promise<void> {
	const folder = await open(path);
	try {
		await folder.sync();
	} finally {
		await folder.close();
	}
}
