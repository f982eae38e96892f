import {constants} from 'node:fs';
import {readFile, realpath, stat} from 'node:fs/promises';
import {basename, dirname, join, resolve} from 'node:path';
import {Failure} from '../failure.js';
import {type Documents, documentsOf} from './documents.js';
import {expandHome} from './home.js';
import {isReachable} from './public-path.js';

/** It outlives a restart, and anybody may write there (hier(7)). */
const home = '/var/tmp';

/**
 * Writes where anybody may, or on removable media, and replaces nothing: for somebody who
 * has not logged in, while this program is root.
 */
export const publicDocuments: Documents = {
	home,
	async save(given, content, {mayReplace}) {
		const path = resolve(home, expandHome(given, home));
		const folder = await realpath(dirname(path)).catch(() => undefined);
		if (folder === undefined || !(await isOpenToAll(folder))) {
			throw new Failure(
				'file.failed',
				`Before anybody has logged in, nothing is saved in "${dirname(path)}". Name a folder where everybody may write, for example ${home}, or a memory stick.`,
			);
		}

		const real = join(folder, basename(path));
		const saved = await documentsOf(home).save(real, content, {mayReplace: false});
		if (!saved.isSaved && mayReplace) {
			throw new Failure(
				'file.failed',
				`"${real}" is there, and is replaced only after logging in. Name a file that is new.`,
			);
		}

		return saved;
	},
};

/** Nobody but root may put another folder in its place meanwhile. */
async function isOpenToAll(folder: string): Promise<boolean> {
	const {mode, uid, dev} = await stat(folder);
	const mayWrite = (mode & constants.S_IWOTH) !== 0 || (await isRemovable(dev));
	return uid === 0 && mayWrite && (await isReachable(join(folder, 'any')));
}

/** sysfs(5): of a partition, its disk knows. */
async function isRemovable(device: number): Promise<boolean> {
	// makedev(3), for numbers below 256 and 4096.
	const number = `${(device >> 8) & 0xf_ff}:${(device & 0xff) | ((device >> 12) & 0xf_ff_00)}`;
	const told = await Promise.all(
		['removable', '../removable'].map(name =>
			readFile(`/sys/dev/block/${number}/${name}`, 'utf8').catch(() => ''),
		),
	);
	return told.some(text => text.trim() === '1');
}
