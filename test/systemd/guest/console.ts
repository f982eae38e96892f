import {resolve} from 'node:path';
import {until} from '../until.js';
import type {Agent} from './agent.js';
import type {JsonTalk} from './json-talk.js';
import {pressesFor} from './keyboard.js';

/** The screen and the keyboard of a guest: its first virtual terminal, tty1. */
export type GuestConsole = {
	/** Waits until the screen shows the words; the error on giving up prints the screen. */
	readonly shows: (wanted: RegExp, limit?: number) => Promise<void>;
	readonly text: () => Promise<string>;
	readonly lineOfCursor: () => Promise<string>;
	/** Presses the keys for what a terminal would send. */
	readonly type: (keys: string) => Promise<void>;
	/** Saves what the screen looks like, as PNG. */
	readonly picture: (path: string) => Promise<void>;
};

export function consoleOf(agent: Agent, monitor: JsonTalk): GuestConsole {
	// vcs(4): rows, columns, and where the cursor is.
	const read = async () => {
		const [[, columns = 80, , row = 0], cells] = await Promise.all([
			agent.read('/dev/vcsa1'),
			// In Unicode, whatever the font has: four bytes for each place.
			agent.read('/dev/vcsu1'),
		]);
		return {lines: linesOf(cells, columns), row};
	};
	const text = async () => (await read()).lines.join('\n');

	return {
		text,
		async lineOfCursor() {
			const {lines, row} = await read();
			return lines[row] ?? '';
		},
		async shows(wanted, limit = 20_000) {
			await until(
				async () => wanted.test(await text()),
				limit,
				async () => `the screen never showed ${wanted}\nthe screen:\n${await text()}`,
			);
		},
		async type(typed) {
			for (const pressed of pressesFor(typed)) {
				const keys = pressed.map(data => ({type: 'qcode', data}));
				await monitor.ask('send-key', {keys, 'hold-time': 10});
			}
		},
		async picture(filename) {
			await monitor.ask('screendump', {filename: resolve(filename), format: 'png'});
		},
	};
}

function linesOf(cells: Buffer, columns: number): readonly string[] {
	const places = Array.from({length: cells.length / 4}, (_, place) =>
		String.fromCodePoint(cells.readUInt32LE(place * 4)),
	);
	return Array.from({length: places.length / columns}, (_, row) =>
		places
			.slice(row * columns, (row + 1) * columns)
			.join('')
			.trimEnd(),
	);
}
