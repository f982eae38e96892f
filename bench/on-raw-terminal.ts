import {spawn} from '@lydell/node-pty';
import {environmentOnTerminal} from '../test/helpers/terminal.js';
import type {Command} from './run-time.js';

/** A program on a pseudo-terminal whose bytes nobody interprets: that would cost time too. */
export type RawTerminal = {
	readonly pid: number;
	readonly type: (keys: string) => void;
	/** Waits for bytes behind those that were waited for before. */
	readonly until: (bytes: RegExp) => Promise<void>;
	/** Everything that was written so far, in characters. */
	readonly written: () => number;
	readonly exited: Promise<void>;
};

/** In milliseconds: a program that shows nothing by then never will. */
const patience = 30_000;

/** What is found while a program runs on a terminal of 80 by 24, which ends it. */
export async function onRawTerminal<Found>(
	[file, ...arguments_]: Command,
	find: (terminal: RawTerminal) => Promise<Found>,
): Promise<Found> {
	const pty = spawn(file, arguments_, {
		cols: 80,
		rows: 24,
		name: 'xterm-256color',
		env: environmentOnTerminal(),
	});
	let text = '';
	let written = 0;
	let look: () => void = () => undefined;
	pty.onData(data => {
		text += data;
		written += data.length;
		look();
	});
	let hasExited = false;
	const exited = new Promise<void>(resolve => {
		pty.onExit(() => {
			hasExited = true;
			resolve();
		});
	});
	const until = async (bytes: RegExp) => {
		const {promise, resolve, reject} = Promise.withResolvers<void>();
		const timer = setTimeout(() => reject(new Error(`No ${bytes} in ${text}`)), patience);
		look = () => {
			const found = bytes.exec(text);
			if (found !== null) {
				text = text.slice(found.index + found[0].length);
				resolve();
			}
		};
		look();
		await promise;
		clearTimeout(timer);
		look = () => undefined;
	};

	try {
		return await find({
			pid: pty.pid,
			type: keys => pty.write(keys),
			until,
			written: () => written,
			exited,
		});
	} finally {
		if (!hasExited) {
			pty.kill('SIGKILL');
		}

		await exited;
	}
}
