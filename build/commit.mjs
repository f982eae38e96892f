import {execFile} from 'node:child_process';
import {stat} from 'node:fs/promises';
import {dirname} from 'node:path';
import process from 'node:process';
import {promisify} from 'node:util';

/** The commit of this checkout, and whether anything was changed since. */
export async function buildId() {
	const words = ['--always', '--exclude=*', '--abbrev=12', '--dirty=, changed'];
	return (await ask(['describe', ...words])) ?? 'unknown';
}

/** In seconds, as SOURCE_DATE_EPOCH is. */
export async function timeOfCommit() {
	const time = await ask(['log', '-1', '--format=%ct']);
	// An archive that git makes gives its files the time of the commit.
	return time ?? String(Math.floor((await stat('package.json')).mtimeMs / 1000));
}

/** What git says of this checkout; undefined without one, as where an archive was unpacked. */
async function ask(words) {
	try {
		const {stdout} = await promisify(execFile)('git', words, {
			// A repository around this folder is somebody else's.
			env: {...process.env, GIT_CEILING_DIRECTORIES: dirname(process.cwd())},
		});
		return stdout.trim();
	} catch {
		return undefined;
	}
}
