import {execa} from 'execa';

export type Ended = {
	readonly exitCode: number | undefined;
	readonly stdout: string;
	readonly stderr: string;
};

/** A program that is under way. */
export type Running = {
	readonly ended: Promise<Ended>;
	readonly kill: (signal?: NodeJS.Signals) => void;
};

/** Starts a program; however it ends, it does not throw. */
export function run(
	file: string,
	arguments_: readonly string[],
	options: {readonly timeout?: number; readonly input?: string} = {},
): Running {
	const program = execa(file, arguments_, {...options, reject: false});
	return {
		ended: program.then(({exitCode, stdout, stderr}) => ({exitCode, stdout, stderr})),
		kill: signal => void program.kill(signal),
	};
}
