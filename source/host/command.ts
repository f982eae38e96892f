import type {ExecaError} from 'execa';
import {Failure} from '../failure.js';
import {late} from '../late.js';

export type CommandOptions = {
	readonly input?: string;
	/** In milliseconds. */
	readonly timeout?: number;
	readonly signal?: AbortSignal;
	/** Characters that are kept where a program says more; it fails then unless told. */
	readonly most?: number;
};

export type CommandResult = {readonly stdout: string; readonly stderr: string};

/**
 * Runs a program with a time limit (15 s unless told otherwise) and in the C locale.
 * @throws Failure `command.failed` when it is missing, fails, or does not end in time.
 */
export type RunCommand = (
	file: string,
	arguments_: readonly string[],
	options?: CommandOptions,
) => Promise<CommandResult>;

const loadExeca = late(() => import('execa'));

export const runCommand: RunCommand = async (
	file,
	arguments_,
	{input = '', timeout = 15_000, signal, most} = {},
) => {
	const {ExecaError, execa} = await loadExeca();
	try {
		const {stdout, stderr} = await execa(file, arguments_, {
			input,
			timeout,
			// Without it a grandchild that keeps the pipes open holds us past the time limit.
			killDescendants: true,
			env: {LC_ALL: 'C'},
			maxBuffer: most ?? 256 * 1024 * 1024,
			...(signal === undefined ? {} : {cancelSignal: signal}),
		});
		return {stdout, stderr};
	} catch (error) {
		if (error instanceof ExecaError && error.isMaxBuffer && most !== undefined) {
			return {stdout: String(error.stdout), stderr: String(error.stderr)};
		}

		throw error instanceof ExecaError ? commandFailure(file, error, timeout) : error;
	}
};

function commandFailure(file: string, error: ExecaError, timeout: number): Failure {
	const reason = error.timedOut ? overLimit(timeout) : reasonOf(error);
	return new Failure('command.failed', `"${file}" ${reason}`, {cause: error});
}

function reasonOf(error: ExecaError): string {
	const [said = ''] = String(error.stderr ?? '')
		.trim()
		.split('\n');
	if (error.isCanceled) {
		return 'was called off';
	}

	// EACCES: found only in a folder of PATH that may not be entered.
	if (error.code === 'ENOENT' || error.code === 'EACCES') {
		return 'is not installed';
	}

	if (said !== '') {
		return said;
	}

	return error.signal === undefined
		? `ended with exit code ${error.exitCode ?? 'unknown'}`
		: `was ended by ${error.signal}`;
}

/** @param timeout in milliseconds */
function overLimit(timeout: number): string {
	const seconds = timeout / 1000;
	return `did not end within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
}
