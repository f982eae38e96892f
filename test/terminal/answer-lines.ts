import type {Terminal} from '../helpers/terminal.js';

/** Waits for a question at the end of the screen, and answers it; once for each line. */
export async function answerLines(
	terminal: Terminal,
	question: string,
	...lines: readonly string[]
): Promise<void> {
	for (const line of lines) {
		await terminal.shows(new RegExp(`^${question}: *$(?![\\s\\S]*\\S)`, 'm'));
		terminal.type(`${line}\r`);
		const echo = line.replaceAll(/[^\w ]/g, '\\$&');
		await terminal.shows(new RegExp(`^${question}: ${echo}`, 'm'));
	}
}
