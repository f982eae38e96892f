import {execFile} from 'node:child_process';
import {dirname} from 'node:path';
import process from 'node:process';
import {promisify} from 'node:util';

/** The commit of this checkout, and whether anything was changed since; undefined without one. */
export async function buildId() {
	const words = [
		'describe',
		'--always',
		'--exclude=*',
		'--abbrev=12',
		'--dirty=, changed',
	];
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
