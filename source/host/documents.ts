import {link, lstat, open, rename, rm} from 'node:fs/promises';
import {homedir} from 'node:os';
import {dirname, resolve} from 'node:path';
import {Failure} from '../failure.js';
import {codeOf, reasonOf} from './file-errors.js';
import {syncFolder, writeSynced} from './files.js';
import {expandHome} from './home.js';
import {beforeTheEnd} from './last-acts.js';

/** What somebody wants as a file, where they say. */
export type Documents = {
	/** The home of whoever runs this program. */
	readonly home: string;
	/**
	 * Writes a file that only its owner may read (0600), in a folder that is there.
	 * @throws Failure `file.failed`
	 */
	readonly save: (
		path: string,
		content: string | Uint8Array,
		options: {readonly mayReplace: boolean},
	) => Promise<Saved>;
};

export type Saved = {
	/** Where it stands: a path that is not whole begins at home. */
	readonly path: string;
	/** False where a file was there already, which is left as it is. */
	readonly isSaved: boolean;
};

export function documentsOf(home: string = homedir()): Documents {
	return {
		home,
		async save(given, content, {mayReplace}) {
			const path = resolve(home, expandHome(given, home));
			try {
				return {path, isSaved: await write(path, content, mayReplace)};
			} catch (error) {
				throw error instanceof Failure ? error : unwritten(path, error);
			}
		},
	};
}

async function write(
	path: string,
	content: string | Uint8Array,
	mayReplace: boolean,
): Promise<boolean> {
	const found = await lstat(path).catch(() => undefined);
	if (found?.isFile() === false) {
		const what = found.isDirectory() ? 'a folder' : 'a link or a device';
		throw new Failure('file.failed', `"${path}" is ${what}. Name a file that is new.`);
	}

	return found !== undefined && !mayReplace
		? false
		: writeBeside(path, content, mayReplace);
}

/** Whole or not at all, whatever ends this process: beside it, synced, then given its name. */
async function writeBeside(
	path: string,
	content: string | Uint8Array,
	mayReplace: boolean,
): Promise<boolean> {
	const temporary = `${path}.${crypto.randomUUID()}.new`;
	const remove = () => rm(temporary, {force: true});
	const callOff = beforeTheEnd(remove);
	try {
		await writeSynced(temporary, content, 0o600);
		const isSaved = await (mayReplace ? replace(temporary, path) : give(temporary, path));
		await syncFolder(dirname(path));
		return isSaved;
	} finally {
		// What became of the clean-up does not matter beside what went wrong.
		await remove().catch(() => undefined);
		callOff();
	}
}

async function replace(temporary: string, path: string): Promise<true> {
	await rename(temporary, path);
	return true;
}

/** Through no link, and over no file that came meanwhile. */
async function give(temporary: string, path: string): Promise<boolean> {
	try {
		await link(temporary, path);
		return true;
	} catch (error) {
		switch (codeOf(error)) {
			case 'EEXIST':
				return false;
			// Memory sticks know one name for each file.
			case 'EPERM':
			case 'ENOTSUP':
			case 'EOPNOTSUPP':
				return claim(temporary, path);
			default:
				throw error;
		}
	}
}

async function claim(temporary: string, path: string): Promise<boolean> {
	const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
		if (codeOf(error) === 'EEXIST') {
			return undefined;
		}

		throw error;
	});
	await file?.close();
	return file === undefined ? false : replace(temporary, path);
}

function unwritten(path: string, error: unknown): Failure {
	const reason =
		codeOf(error) === 'ENOENT'
			? `there is no folder "${dirname(path)}"`
			: reasonOf(error);
	return new Failure('file.failed', `"${path}" could not be written: ${reason}.`, {
		cause: error,
	});
}
