import {execFile} from 'node:child_process';
import {writeFile} from 'node:fs/promises';
import process from 'node:process';
import {promisify} from 'node:util';
import type {Host} from '../test/campus/host.js';
import {bundleForHost} from '../test/campus/run-inside.js';

/** A program of ours that times its own work, started anew each time. */
export type Workshop<Times> = {
	readonly work: (given: readonly unknown[]) => Promise<Times>;
	/** The same inside a host. */
	readonly workIn: (host: Host, given: readonly unknown[]) => Promise<Times>;
};

/**
 * @param program the file that it is bundled into
 * @param module what does the work, told from the root of the repository; prints its times
 *   as JSON
 */
export async function openWorkshop<Times>(
	program: string,
	module: string,
): Promise<Workshop<Times>> {
	await writeFile(program, await bundleForHost(`import '${module}';`));
	const run = async (file: string, arguments_: readonly string[]) => {
		const {stdout} = await promisify(execFile)(file, [...arguments_]);
		return JSON.parse(stdout) as Times;
	};

	return {
		work: given => run(process.execPath, [program, ...given.map(String)]),
		workIn: (host, given) =>
			run(...host.enter(process.execPath, [program, ...given.map(String)])),
	};
}
