import process from 'node:process';
import {spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';

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
export type Terminal = {
	/** Waits until the screen shows the words; the error on giving up prints the screen. */
	readonly shows: (wanted: RegExp, limit?: number) => Promise<void>;
	readonly text: () => string;
	readonly type: (keys: string) => void;
	readonly resize: (columns: number, rows: number) => void;
	/** The exit code, or 128 and the signal's number as a shell would say it. */
	readonly exited: Promise<number>;
	/** Hangs up, as a closed terminal window or a lost line does. */
	readonly close: () => void;
	readonly isCursorVisible: () => boolean;
	readonly pid: number;
	readonly screen: xterm.Terminal;
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
	const screen = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
	const isCursorVisible = watchMode(screen, 25, true);
	// Between these two a frame is only half drawn (synchronized output).
	const isDrawing = watchMode(screen, 2026, false);
	const inherited = Object.entries(process.env).filter(
		([key]) => !unwanted.includes(key),
	);
	const pty = spawn(file, [...arguments_], {
		cols: columns,
		rows,
		name,
		env: {...Object.fromEntries(inherited), LANG: 'C.UTF-8', ...env},
	});
	let hasExited = false;
	const exited = new Promise<number>(resolve => {
		pty.onExit(({exitCode, signal}) => {
			hasExited = true;
			resolve(signal ? 128 + signal : exitCode);
		});
	});
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
		shows: (wanted, limit) => shows({screen, exited, isDrawing}, wanted, limit),
		text: () => textOf(screen),
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
		isCursorVisible,
		pid: pty.pid,
		screen,
	};
}

type Watched = {
	readonly screen: xterm.Terminal;
	readonly exited: Promise<number>;
	readonly isDrawing: () => boolean;
};

async function shows(
	{screen, exited, isDrawing}: Watched,
	wanted: RegExp,
	limit = 10_000,
) {
	const {promise, resolve, reject} = Promise.withResolvers<void>();
	const look = () => {
		if (!isDrawing() && wanted.test(textOf(screen))) {
			resolve();
		}
	};
	const giveUp = (why: string) => {
		look();
		reject(new Error(`${why} ${wanted}\nthe screen:\n${textOf(screen).trimEnd()}`));
	};
	const parsed = screen.onWriteParsed(look);
	const timer = setTimeout(giveUp, limit, `after ${limit} ms the screen never showed`);
	void exited.then(code => {
		// The last words may still be on their way into the screen.
		screen.write('', () => giveUp(`the program ended with ${code} and never showed`));
	});
	look();
	try {
		await promise;
	} finally {
		parsed.dispose();
		clearTimeout(timer);
	}
}

function textOf(screen: xterm.Terminal) {
	const {active} = screen.buffer;
	return Array.from({length: screen.rows}, (_, row) =>
		active.getLine(active.viewportY + row)?.translateToString(true),
	).join('\n');
}

/** Whether a private mode (CSI ? number h) is on. */
function watchMode(screen: xterm.Terminal, number: number, initial: boolean) {
	let isOn = initial;
	for (const [final, value] of [
		['h', true],
		['l', false],
	] as const) {
		screen.parser.registerCsiHandler({prefix: '?', final}, parameters => {
			if (parameters.includes(number)) {
				isOn = value;
			}

			return false;
		});
	}

	return () => isOn;
}
