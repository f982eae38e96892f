import {inFigures} from '../in-figures.js';

/**
 * As many of the items as there is room for, and how many more there are:
 * `10.20.0.0/16, 10.24.8.0/22 and 19,998 more`.
 *
 * @param room how many columns they may take; the first item is there in any case
 */
export function listInWords(items: readonly string[], room: number): string {
	const [first = '', ...others] = items;
	let words = first;
	let fitting = `${first}${restInWords(others.length)}`;
	for (const [index, item] of others.entries()) {
		words = `${words}, ${item}`;
		if (words.length > room) {
			break;
		}

		const told = `${words}${restInWords(others.length - index - 1)}`;
		fitting = told.length <= room ? told : fitting;
	}

	return fitting;
}

/** The first items, however long they are, and how many more there are. */
export function firstFew(items: readonly string[], most = 3): string {
	const shown = items.slice(0, most);
	return `${shown.join(', ')}${restInWords(items.length - shown.length)}`;
}

function restInWords(count: number): string {
	return count === 0 ? '' : ` and ${inFigures(count)} more`;
}
