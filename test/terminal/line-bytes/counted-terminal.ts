import {setTimeout as delay} from 'node:timers/promises';
import {
	startTerminal,
	type Terminal,
	type TerminalOptions,
} from '../../helpers/terminal.js';

export type Command = readonly [file: string, ...arguments_: string[]];

export type CountedTerminal = Terminal & {
	/** How many bytes were written since this was asked last. */
	readonly takeBytes: () => number;
	/** The same, once the screen shows something and nothing more comes. */
	readonly bytesUntil: (shown: RegExp) => Promise<number>;
};

export function startCounted(
	[file, ...arguments_]: Command,
	options: TerminalOptions = {},
): CountedTerminal {
	let bytes = 0;
	const terminal = startTerminal(file, arguments_, {
		...options,
		onOutput(data) {
			bytes += Buffer.byteLength(data);
		},
	});
	const takeBytes = () => {
		const taken = bytes;
		bytes = 0;
		return taken;
	};
	return {
		...terminal,
		takeBytes,
		async bytesUntil(shown) {
			await terminal.shows(shown);
			await delay(400);
			return takeBytes();
		},
	};
}

/** What a measurement finds; undefined where the program is not there. */
export async function measuredOn<Found>(
	command: Command,
	measure: (terminal: CountedTerminal) => Promise<Found>,
): Promise<Found | undefined> {
	const terminal = startCounted(command);
	try {
		return await measure(terminal);
	} catch (error) {
		if (error instanceof Error && /the program ended/.test(error.message)) {
			return undefined;
		}

		throw error;
	} finally {
		terminal.close();
		await terminal.exited;
	}
}
