import type {RunCommand} from '../host/command.js';

/** Runs a program in the network namespace of a process. */
export type RunInside = (
	pid: number,
	command: readonly string[],
	input: string,
) => Promise<void>;

/** @param timeout in milliseconds */
export function runInsideBy(run: RunCommand, timeout: number): RunInside {
	return async (pid, command, input) => {
		const arguments_ = [`--target=${pid}`, '--net', '--', ...command];
		await run('nsenter', arguments_, {input, timeout});
	};
}

/** What a program inside said, which is not said by the one that took it there. */
export function reasonOf(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	return message.replace(/^"nsenter" (?=.*: )/s, '').replace(/[.\s]+$/, '');
}
