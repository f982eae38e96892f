import {lstat, open, rm} from 'node:fs/promises';
import {homedir} from 'node:os';
import {dirname, resolve} from 'node:path';
import {Failure} from '../failure.js';
import {codeOf, reasonOf} from './file-errors.js';
import {replaceFile, syncFolder} from './files.js';
import {expandHome} from './home.js';

/** Texts that somebody wants as a file, where they say. */
export type Documents = {
	/** The home of whoever runs this program. */
	readonly home: string;
	/**
	 * Writes a file that only its owner may read (0600), in a folder that is there.
	 * @throws Failure `file.failed`
	 */
	readonly save: (
		path: string,
		text: string,
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
		async save(given, text, {mayReplace}) {
			const path = resolve(home, expandHome(given, home));
			try {
				return {path, isSaved: await write(path, text, mayReplace)};
			} catch (error) {
				throw error instanceof Failure ? error : unwritten(path, error);
			}
		},
	};
}

async function write(path: string, text: string, mayReplace: boolean): Promise<boolean> {
	const found = await lstat(path).catch(() => undefined);
	if (found === undefined) {
		return create(path, text);
	}

	if (!found.isFile()) {
		const what = found.isDirectory() ? 'a folder' : 'a link or a device';
		throw new Failure('file.failed', `"${path}" is ${what}. Name a file that is new.`);
	}

	if (mayReplace) {
		await replaceFile(path, text);
	}

	return mayReplace;
}

/** Through no link, and into no file that came meanwhile. */
async function create(path: string, text: string): Promise<boolean> {
	const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
		if (codeOf(error) === 'EEXIST') {
			return undefined;
		}

		throw error;
	});
	if (file === undefined) {
		return false;
	}

	try {
		await file.writeFile(text);
		await file.sync();
	} catch (error) {
		await rm(path, {force: true});
		throw error;
	} finally {
		await file.close();
	}

	await syncFolder(dirname(path));
	return true;
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
