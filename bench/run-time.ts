import {spawn} from 'node:child_process';
import {once} from 'node:events';

export type Command = readonly [file: string, ...arguments_: string[]];

/**
 * Milliseconds from the start of a program to its end; what it prints is thrown away.
 * @throws {Error} when it ends with another code than those that are expected
 */
export async function runTime(
	[file, ...arguments_]: Command,
	expected: readonly number[] = [0],
): Promise<number> {
	const start = performance.now();
	const child = spawn(file, arguments_, {stdio: 'ignore'});
	const [code] = await once(child, 'exit');
	const time = performance.now() - start;
	if (!expected.includes(code)) {
		throw new Error(`${[file, ...arguments_].join(' ')} ended with ${code}.`);
	}

	return time;
}
