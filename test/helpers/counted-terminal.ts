import {startTerminal, type Terminal, type TerminalOptions} from './terminal.js';

export type CountedTerminal = Terminal & {
	/** How many bytes were written since this was asked last. */
	readonly takeBytes: () => number;
};

/** Starts a program on a pseudo-terminal, and counts what it writes there. */
export function startCounted(
	[file, ...arguments_]: readonly [file: string, ...arguments_: string[]],
	options: TerminalOptions = {},
): CountedTerminal {
	let bytes = 0;
	const terminal = startTerminal(file, arguments_, {
		...options,
		onOutput(data) {
			bytes += Buffer.byteLength(data);
		},
	});
	return {
		...terminal,
		takeBytes() {
			const taken = bytes;
			bytes = 0;
			return taken;
		},
	};
}
