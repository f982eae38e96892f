import {
	type EntriesFound,
	entriesInTable,
	entriesInText,
} from '../addresses/entries-in-text.js';

/** The entries that a file has, which may be a table by its name. */
export function entriesInFile(path: string, text: string): EntriesFound {
	return /\.[ct]sv$/i.test(path) ? entriesInTable(text) : entriesInText(text);
}
