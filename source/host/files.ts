import {randomUUID} from 'node:crypto';
import {mkdirSync, renameSync, writeFileSync} from 'node:fs';
import {mkdir, open, readFile, rename, rm} from 'node:fs/promises';
import {dirname} from 'node:path';
import {Failure} from '../failure.js';

export type WriteOptions = {
	/** Of the file; 0600 unless told otherwise. */
	readonly mode?: number;
	/** Of the file's folder, if it has to be made; 0700 unless told otherwise. */
	readonly folderMode?: number;
};

/**
 * Writes a file so that a reader, or a power cut, meets either the old content or the
 * new one, whole: beside it, synced, then renamed.
 * @throws Failure `file.failed`
 */
export async function writeFileWhole(
	path: string,
	content: string,
	{mode = 0o600, folderMode = 0o700}: WriteOptions = {},
): Promise<void> {
	const temporary = `${path}.${randomUUID()}.new`;
	try {
		await mkdir(dirname(dirname(path)), {recursive: true});
		await mkdir(dirname(path), {recursive: true, mode: folderMode});
		await writeSynced(temporary, content, mode);
		await rename(temporary, path);
		await syncFolder(dirname(path));
	} catch (error) {
		// What became of the clean-up does not matter beside what went wrong.
		await rm(temporary, {force: true}).catch(() => undefined);
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
 * Writes a file of ours before it returns, whole but not synced: for what may be written
 * at every page and must survive the end of this process, not of the machine.
 */
export function writeFileAtOnce(path: string, content: string): void {
	const temporary = `${path}.new`;
	mkdirSync(dirname(path), {recursive: true, mode: 0o700});
	writeFileSync(temporary, content, {mode: 0o600});
	renameSync(temporary, path);
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

async function writeSynced(path: string, content: string, mode: number): Promise<void> {
	const file = await open(path, 'wx', mode);
	try {
		await file.writeFile(content);
		await file.sync();
	} finally {
		await file.close();
	}
}

async function syncFolder(path: string): Promise<void> {
	const folder = await open(path);
	try {
		await folder.sync();
	} finally {
		await folder.close();
	}
}

/** The `code` of a Node.js error. */
export function codeOf(error: unknown): string | undefined {
	return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

function reasonOf(error: unknown): string {
	const reasons: Readonly<Record<string, string>> = {
		EACCES: 'permission denied',
		EISDIR: 'it is a folder',
		ENOENT: 'it does not exist',
		ENOSPC: 'the disk is full',
		EROFS: 'the disk is read-only',
	};
	const code = codeOf(error) ?? '';
	return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
