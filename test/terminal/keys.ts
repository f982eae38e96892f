/** What a terminal sends for a key (xterm). */
export const keys = {
	enter: '\r',
	escape: '\u001B',
	tab: '\t',
	up: '\u001B[A',
	down: '\u001B[B',
	left: '\u001B[D',
	right: '\u001B[C',
	home: '\u001B[H',
	end: '\u001B[F',
	delete: '\u001B[3~',
	clear: '\u0015',
	interrupt: '\u0003',
} as const;

/** Finds what a terminal sends for one key after the other; one with a name is found whole. */
export const oneKey = new RegExp(`${keys.escape}\\[(?:\\d~|[A-Z])|.`, 'gsu');

/** Text as a terminal with bracketed paste hands it over. */
export function pasted(text: string): string {
	return `\u001B[200~${text}\u001B[201~`;
}
