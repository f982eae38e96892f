import {startTerminal, type Terminal} from '../../helpers/terminal.js';

/** A shell at a terminal. */
export type ShellSession = {
	/**
	 * What the program is given when the keys are typed after its name, and Enter after
	 * them.
	 */
	readonly argumentsAfter: (keys: string) => Promise<readonly string[]>;
	/** Types keys that end in no line, waits for words, and takes the keys back. */
	readonly shows: (keys: string, wanted: RegExp) => Promise<void>;
	readonly close: () => Promise<void>;
};

/** Inserts every word that is offered: readline's own key, and ours in zsh. */
export const insertAll = '\u001B*';

/** The program is a function that says what it was given. */
export const sayArguments = String.raw`analytics-setup() {
	printf 'given <%s>\n' "$@"
	printf 'that was line %s\n' "$((line += 1))"
}`;

export async function openSession(
	command: readonly [file: string, ...arguments_: string[]],
	env: Readonly<Record<string, string>> = {},
): Promise<ShellSession> {
	const [file, ...arguments_] = command;
	const terminal = startTerminal(file, arguments_, {columns: 1000, rows: 100, env});
	await terminal.shows(/ready>/);
	let lines = 0;
	return {
		async argumentsAfter(keys) {
			terminal.type(`analytics-setup ${keys}`);
			terminal.type('\r');
			lines += 1;
			// Before its prompt a shell does not read keys: some would be the terminal's own.
			await terminal.shows(new RegExp(`^that was line ${lines}\\s+ready>`, 'm'));
			return lastGiven(terminal, lines);
		},
		async shows(keys, wanted) {
			terminal.type(`analytics-setup ${keys}`);
			await terminal.shows(wanted);
			terminal.type('\u0015');
		},
		async close() {
			terminal.close();
			await terminal.exited;
		},
	};
}

/** A folder that was completed ends with a slash in some shells. */
function lastGiven(terminal: Terminal, line: number): readonly string[] {
	const [, after = ''] = terminal.text().split(`that was line ${line - 1}\n`);
	const text = line === 1 ? terminal.text() : after;
	return [...text.matchAll(/^given <(.*?)\/?>$/gm)].map(([, word = '']) => word);
}
