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
	return {
		inside: (...parts) => join(root, ...parts),
		wizard(options, flags = []) {
			const command = ['dist/cli.js', '--root', root, ...flags];
			const terminal = startTerminal(process.execPath, command, options);
			terminals.push(terminal);
			return terminal;
		},
	};
}
