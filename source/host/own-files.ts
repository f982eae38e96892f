import {
	constants,
	lstatSync,
	mkdirSync,
	renameSync,
	type Stats,
	writeFileSync,
} from 'node:fs';
import {lstat, mkdir, open} from 'node:fs/promises';
import {dirname} from 'node:path';
import process from 'node:process';
import {Failure} from '../failure.js';
import {codeOf, reasonOf} from './file-errors.js';

/**
 * Makes a folder of ours (0700 unless told otherwise), or makes sure that one which is
 * there already can be trusted: a real folder, of root or of this user, in which nobody
 * else may write.
 * @throws Failure `state.unsafe`
 */
export async function makeOwnFolder(path: string, mode = 0o700): Promise<void> {
	await mkdir(dirname(path), {recursive: true});
	try {
		await mkdir(path, {recursive: true, mode});
	} catch (error) {
		// A file is in the place of the folder; what it is, is looked at below.
		if (codeOf(error) !== 'EEXIST') {
			throw error;
		}
	}

	refuseForeignFolder(path, await lstat(path));
}

/**
 * Writes a file of ours before it returns, whole but not synced: for what is written at
 * every page and must survive the end of this process, not of the machine.
 * @throws Failure `state.unsafe`
 */
export function writeFileAtOnce(path: string, content: string): void {
	const temporary = `${path}.${crypto.randomUUID()}.new`;
	mkdirSync(dirname(path), {recursive: true, mode: 0o700});
	refuseForeignFolder(dirname(path), lstatSync(dirname(path)));
	writeFileSync(temporary, content, {mode: 0o600, flag: 'wx'});
	renameSync(temporary, path);
}

/**
 * The content of a file of ours, or undefined when there is none.
 * @throws Failure `state.unsafe` when somebody else could have put it there
 */
export async function readOwnFile(path: string): Promise<string | undefined> {
	try {
		refuseForeignFolder(dirname(path), await lstat(dirname(path)));
		const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
		try {
			refuseForeign(path, await file.stat());
			return await file.readFile('utf8');
		} finally {
			await file.close();
		}
	} catch (error) {
		return whyUnread(path, error);
	}
}

/**
 * Refuses a place where a file of ours is about to be written by a library that would
 * follow a link.
 * @throws Failure `state.unsafe`
 */
export async function refuseLink(path: string): Promise<void> {
	const found = await lstat(path).catch(() => undefined);
	if (found?.isSymbolicLink()) {
		throw unsafe(path, 'it is a link');
	}
}

function refuseForeignFolder(path: string, found: Stats): void {
	if (!found.isDirectory()) {
		throw unsafe(path, 'it is not a folder but a link or a file');
	}

	refuseForeign(path, found);
}

function refuseForeign(path: string, {uid, mode}: Stats): void {
	if (uid !== 0 && uid !== process.getuid?.()) {
		throw unsafe(path, 'it belongs to another user');
	}

	if ((mode & (constants.S_IWGRP | constants.S_IWOTH)) !== 0) {
		throw unsafe(path, 'others may write to it');
	}
}

function whyUnread(path: string, error: unknown): undefined {
	const code = codeOf(error);
	if (code === 'ENOENT') {
		return undefined;
	}

	if (error instanceof Failure) {
		throw error;
	}

	throw code === 'ELOOP'
		? unsafe(path, 'it is a link')
		: new Failure('file.failed', `"${path}" could not be read: ${reasonOf(error)}.`, {
				cause: error,
			});
}

function unsafe(path: string, reason: string): Failure {
	return new Failure('state.unsafe', `"${path}" cannot be trusted: ${reason}.`, {
		remedies: [
			'Find out who made it, then remove it or give it to root with mode 0700 or 0600, and run the same command again.',
		],
	});
}
