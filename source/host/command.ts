import {ExecaError, execa} from 'execa';
import {Failure} from '../failure.js';

export type CommandOptions = {
	readonly input?: string;
	/** In milliseconds. */
	readonly timeout?: number;
	readonly signal?: AbortSignal;
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

export const runCommand: RunCommand = async (
	file,
	arguments_,
	{input = '', timeout = 15_000, signal} = {},
) => {
	try {
		const {stdout, stderr} = await execa(file, arguments_, {
			input,
			timeout,
			// Without it a grandchild that keeps the pipes open holds us past the time limit.
			killDescendants: true,
			env: {LC_ALL: 'C'},
			maxBuffer: 256 * 1024 * 1024,
			...(signal === undefined ? {} : {cancelSignal: signal}),
		});
		return {stdout, stderr};
	} catch (error) {
		throw error instanceof ExecaError ? commandFailure(file, error) : error;
	}
};

function commandFailure(file: string, error: ExecaError): Failure {
	const said = String(error.stderr ?? '')
		.trim()
		.split('\n')[0];
	const reason = error.timedOut
		? `did not end within ${(error.durationMs / 1000).toFixed(0)} seconds`
		: error.code === 'ENOENT'
			? 'is not installed'
			: said || error.originalMessage || 'failed';
	return new Failure('command.failed', `"${file}" ${reason}`, {cause: error});
}
