import type {Terminal} from '../helpers/terminal.js';
import {keys} from './keys.js';

/** Chooses an entry of the menu that is shown, wherever it stands. */
export async function choose(terminal: Terminal, label: string): Promise<void> {
	await terminal.shows(new RegExp(`▸ ${label}|▸[\\s\\S]*${label}`));
	const lines = terminal.text().split('\n');
	const rowOf = (text: string) => lines.findIndex(line => line.includes(text));
	terminal.type(keys.down.repeat(rowOf(label) - rowOf('▸')) + keys.enter);
}
