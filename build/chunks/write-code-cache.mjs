import {execFile} from 'node:child_process';
import process from 'node:process';
import {promisify} from 'node:util';

/**
 * Writes what V8 makes of each chunk, the same bytes every time: for this version and
 * processor, and for a program that is started with these flags.
 */
export async function writeCodeCache(chunks, output, flags = []) {
	await promisify(execFile)(process.execPath, [
		// What is hashed, and when memory is tidied up, would show in the bytes.
		...['--hash-seed=1', '--min-semi-space-size=128'],
		...['build/chunks/code-cache-program.mjs', chunks, output, ...flags],
	]);
}
