import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {createInterface} from 'node:readline';
import type {Campus} from '../campus/campus.js';

/** A command that goes on in the appliance. */
export type StartedProgram = {
	/** What it has told so far, a line each. */
	readonly told: readonly string[];
	readonly interrupt: () => void;
	/** Null when a signal ended it. */
	readonly exitCode: () => Promise<number | null>;
};

/** Starts a command in the appliance, and waits for one of its events. */
export async function startProgram(
	{hosts: {appliance}}: Campus,
	command: string,
	wanted: RegExp,
): Promise<StartedProgram> {
	const words = ['dist/cli.js', ...command.split(' '), '--progress', 'json'];
	const [file, inside] = appliance.enter(process.execPath, words);
	const program = spawn(file, inside, {stdio: ['ignore', 'ignore', 'pipe']});
	const ended = once(program, 'exit');
	const told: string[] = [];
	const lines = createInterface(program.stderr).on('line', line => told.push(line));
	while (!told.some(line => wanted.test(line))) {
		await once(lines, 'line', {signal: AbortSignal.timeout(patience)});
	}

	return {
		told,
		interrupt: () => void program.kill('SIGINT'),
		async exitCode() {
			const [code] = await ended;
			return code;
		},
	};
}

/** In milliseconds. */
const patience = 30_000;
