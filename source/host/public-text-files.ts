import {constants} from 'node:fs';
import {type FileHandle, open, readlink, stat} from 'node:fs/promises';
import {resolve} from 'node:path';
import {Failure} from '../failure.js';
import {expandHome} from './home.js';
import {isReachable, isTold} from './public-path.js';
import {type TextFiles, textFiles, unreadable} from './text-files.js';

/**
 * Files that anybody may read, for somebody who has not logged in: this program is root,
 * and quotes what it does not understand.
 */
export const publicTextFiles: TextFiles = {
	async read(path) {
		const whole = resolve(expandHome(path));
		await refuseUnless(isReachable(whole));
		const file = await open(whole, pathOnly).catch(refuseMissing);
		try {
			await refuseUnless(isPublic(file));
			// The very file that was looked at, whatever has its name by now.
			return await textFiles.read(linkTo(file));
		} finally {
			await file.close();
		}
	},
	async complete(path) {
		const folder = resolve(expandHome(path.slice(0, path.lastIndexOf('/') + 1)));
		return (await isListed(folder)) ? textFiles.complete(path) : [];
	},
};

/** O_PATH (open(2)): names a file without opening it, which some devices would notice. */
const pathOnly = 0o10_000_000;

/** proc(5) */
function linkTo({fd}: FileHandle): string {
	return `/proc/self/fd/${fd}`;
}

async function isPublic(file: FileHandle): Promise<boolean> {
	const [{mode}, path] = await Promise.all([file.stat(), readlink(linkTo(file))]);
	return (mode & constants.S_IROTH) !== 0 && !isTold(path) && (await isReachable(path));
}

async function isListed(folder: string): Promise<boolean> {
	try {
		const {mode} = await stat(folder);
		return (mode & constants.S_IROTH) !== 0 && (await isReachable(`${folder}/any`));
	} catch {
		return false;
	}
}

async function refuseUnless(permission: Promise<boolean>): Promise<void> {
	if (!(await permission.catch(refuseMissing))) {
		throw new Failure('file.failed', 'It can be read only after logging in.');
	}
}

function refuseMissing(error: unknown): never {
	throw unreadable(error);
}
