import process from 'node:process';
import {spawn} from '@lydell/node-pty';
import {type WatchedScreen, watchScreen} from './watched-screen.js';

export type TerminalOptions = {
	readonly columns?: number;
	readonly rows?: number;
	/** The value of TERM. */
	readonly name?: string;
	readonly env?: Readonly<Record<string, string>>;
	/** Told of all that the program writes. */
	readonly onOutput?: (data: string) => void;
};

/** A program on a real pseudo-terminal, and the screen a person would see. */
export type Terminal = WatchedScreen & {
	readonly type: (keys: string) => void;
	readonly resize: (columns: number, rows: number) => void;
	/**
	 * The exit code, or 128 and the signal's number as a shell would say it, once its last
	 * words stand on the screen.
	 */
	readonly exited: Promise<number>;
	/** Hangs up, as a closed terminal window or a lost line does. */
	readonly close: () => void;
	readonly pid: number;
};

// Each would change what programs draw. Present at all, CI turns Ink non-interactive.
const unwanted = [
	'CI',
	'COLORTERM',
	'FORCE_COLOR',
	'NO_COLOR',
	'LC_ALL',
	'COLUMNS',
	'LINES',
];

/** Starts a program on a pseudo-terminal of the given size. */
export function startTerminal(
	file: string,
	arguments_: readonly string[],
	{
		columns = 80,
		rows = 24,
		name = 'xterm-256color',
		env = {},
		onOutput,
	}: TerminalOptions = {},
): Terminal {
	const pty = spawn(file, [...arguments_], {
		cols: columns,
		rows,
		name,
		env: {...environmentOnTerminal(), ...env},
	});
	let hasExited = false;
	const exited = new Promise<number>(resolve => {
		pty.onExit(({exitCode, signal}) => {
			hasExited = true;
			const code = signal ? 128 + signal : exitCode;
			watched.screen.write('', () => resolve(code));
		});
	});
	const watched = watchScreen(
		{columns, rows},
		exited.then(code => `the program ended with ${code}`),
	);
	const {screen} = watched;
	pty.onData(data => {
		onOutput?.(data);
		screen.write(data);
	});
	// What a terminal says by itself, when a program asks where its cursor is.
	screen.onData(data => {
		if (!hasExited) {
			pty.write(data);
		}
	});
	return {
		...watched,
		type: keys => pty.write(keys),
		resize(newColumns, newRows) {
			screen.resize(newColumns, newRows);
			pty.resize(newColumns, newRows);
		},
		exited,
		close() {
			if (!hasExited) {
				pty.kill();
			}
		},
		pid: pty.pid,
	};
}

/** This one as it would be on a terminal of somebody who has set nothing about it. */
export function environmentOnTerminal(): Readonly<Record<string, string | undefined>> {
	const kept = Object.entries(process.env).filter(([key]) => !unwanted.includes(key));
	return {...Object.fromEntries(kept), LANG: 'C.UTF-8'};
}
