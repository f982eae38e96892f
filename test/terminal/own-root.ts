import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach} from 'node:test';
import {resume} from '../helpers/stop.js';
import {startTerminal, type Terminal, type TerminalOptions} from '../helpers/terminal.js';

export type OwnRoot = {
	/** A path below the folder of the test. */
	readonly inside: (...parts: readonly string[]) => string;
	/** The wizard on a terminal; it ends with the test. */
	readonly wizard: (options?: TerminalOptions, flags?: readonly string[]) => Terminal;
	/** A console of a server that was just started; it ends with the test. */
	readonly firstBoot: (options?: TerminalOptions, flags?: readonly string[]) => Terminal;
	/** A shell with the words of that program before it as `$@`; it ends with the test. */
	readonly inShell: (script: string, options?: TerminalOptions) => Terminal;
};

/** Gives each test a root of its own, so that nothing of the machine is touched. */
export function ownRoot(): OwnRoot {
	let root = '';
	let terminals: Terminal[] = [];
	beforeEach(async () => {
		root = await mkdtemp(join(tmpdir(), 'analytics-setup-'));
		terminals = [];
	});
	afterEach(async () => {
		for (const terminal of terminals) {
			resume(terminal);
			terminal.close();
			await terminal.exited;
		}

		await rm(root, {recursive: true});
	});
	const start = (
		file: string,
		arguments_: readonly string[],
		options: TerminalOptions | undefined,
	) => {
		const terminal = startTerminal(file, arguments_, options);
		terminals.push(terminal);
		return terminal;
	};

	const program = 'dist/cli.js';
	const firstBoot = () => [program, 'first-boot', '--root', root];
	return {
		inside: (...parts) => join(root, ...parts),
		wizard(options, flags = []) {
			return start(process.execPath, [program, '--root', root, ...flags], options);
		},
		firstBoot(options, flags = []) {
			return start(process.execPath, [...firstBoot(), ...flags], options);
		},
		inShell(script, options) {
			const words = [process.execPath, ...firstBoot()];
			return start('sh', ['-c', script, 'sh', ...words], options);
		},
	};
}
