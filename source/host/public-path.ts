import {constants} from 'node:fs';
import {stat} from 'node:fs/promises';
import {dirname} from 'node:path';

/** Whether anybody may go through all folders above a path. */
export async function isReachable(path: string): Promise<boolean> {
	const folders = foldersAbove(path);
	const found = await Promise.all(folders.map(folder => stat(folder)));
	return found.every(({mode}) => (mode & constants.S_IXOTH) !== 0);
}

/** Whether it is what the kernel tells rather than a file: that tells root more than others. */
export function isTold(path: string): boolean {
	return /^\/(?:proc|sys)(?:\/|$)/.test(path);
}

function foldersAbove(path: string): readonly string[] {
	const folder = dirname(path);
	return folder === path ? [] : [...foldersAbove(folder), folder];
}
