import type {Hint} from './hints.js';

/** The keys while something is searched for. */
export function searchHints(arrows: string): readonly Hint[] {
	return [
		['Enter', 'next one'],
		[arrows, 'move'],
		['Esc', 'end the search'],
	];
}
