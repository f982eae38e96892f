import {appendFileSync, mkdirSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {inspect} from 'node:util';
import {CommanderError} from 'commander';
import {exitCode, exitCodeOf} from '../exit-code.js';
import {Failure} from '../failure.js';
import {pathsFor} from '../host/paths.js';
import {tellFailure} from './output.js';
import type {ToldFailure} from './progress-event.js';
import {usageFailure} from './usage-failure.js';

/** Says what went wrong and what to do next; gives the exit code. */
export async function reportError(error: unknown): Promise<number> {
	// Whoever asked for help, or the version, has it by now.
	if (error instanceof CommanderError && error.exitCode === 0) {
		return exitCode.done;
	}

	const failure =
		error instanceof CommanderError
			? failureOf(usageFailure(error))
			: error instanceof Failure
				? failureOf(error)
				: await faultOfOurs(error);
	tellFailure(failure);
	return failure.exitCode;
}

function failureOf({code, message, remedies}: Failure): ToldFailure {
	return {code, exitCode: exitCodeOf(code), message, remedies};
}

async function faultOfOurs(error: unknown): Promise<ToldFailure> {
	const log = await writeLog(error);
	return {
		code: 'unexpected',
		exitCode: exitCode.unexpected,
		message: 'Something went wrong that should not have. This is a fault of the program.',
		remedies: [
			`The details are in ${log}`,
			'"analytics-setup support-bundle" collects them with what else support needs to see.',
		],
		log,
	};
}

/** One JSON line an error: the screen is no place for a stack. */
async function writeLog(error: unknown): Promise<string> {
	const {withoutSecrets} = await import('../redaction/without-secrets.js');
	const line = `${JSON.stringify({at: new Date().toISOString(), error: withoutSecrets(inspect(error))})}\n`;
	const {state} = pathsFor(undefined, process.getuid?.() === 0, process.env);
	try {
		mkdirSync(state, {recursive: true, mode: 0o700});
		appendFileSync(join(state, 'error.log'), line, {mode: 0o600});
		return join(state, 'error.log');
	} catch {
		const path = join(tmpdir(), `analytics-setup-${process.pid}.log`);
		appendFileSync(path, line, {mode: 0o600, flag: 'ax'});
		return path;
	}
}
