import type {Terminal} from '../helpers/terminal.js';
import {keys} from './keys.js';

/** From the review to a page: its line is searched for, and Enter leads there. */
export async function changePage(terminal: Terminal, title: string): Promise<void> {
	terminal.type(`/${title}`);
	await terminal.shows(new RegExp(`Find ${title}[\\s\\S]*Esc end the search`));
	terminal.type(keys.escape);
	await terminal.shows(new RegExp(`Enter change ${title}`));
	terminal.type(keys.enter);
}
