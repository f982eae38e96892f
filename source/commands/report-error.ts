import {appendFile, mkdir} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {inspect} from 'node:util';
import {CommanderError} from 'commander';
import {exitCode, exitCodeOf} from '../exit-code.js';
import {Failure} from '../failure.js';
import {pathsFor} from '../host/paths.js';

/** Says on stderr what went wrong and what to do next; gives the exit code. */
export async function reportError(error: unknown): Promise<number> {
	if (error instanceof CommanderError) {
		return error.exitCode === 0 ? exitCode.done : exitCode.usage;
	}

	if (error instanceof Failure) {
		const lines = [error.message, ...error.remedies];
		process.stderr.write(`${lines.join('\n')}\n`);
		return exitCodeOf(error.code);
	}

	const log = await writeLog(error);
	process.stderr.write(
		`Something went wrong that should not have. This is a fault of the program.\nThe details are in ${log}\n`,
	);
	return exitCode.unexpected;
}

/** One JSON line an error: the screen is no place for a stack. */
async function writeLog(error: unknown): Promise<string> {
	const line = `${JSON.stringify({at: new Date().toISOString(), error: inspect(error)})}\n`;
	const {state} = pathsFor(undefined, process.getuid?.() === 0, process.env);
	try {
		await mkdir(state, {recursive: true, mode: 0o700});
		await appendFile(join(state, 'error.log'), line, {mode: 0o600});
		return join(state, 'error.log');
	} catch {
		const path = join(tmpdir(), `analytics-setup-${process.pid}.log`);
		await appendFile(path, line, {mode: 0o600, flag: 'ax'});
		return path;
	}
}
