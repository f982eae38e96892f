import {plainText} from '../../plain-text.js';
import {onOneLine} from './words.js';

/**
 * Rows for a spreadsheet (RFC 4180), safe to be opened there. Programs that want every
 * character as it is read the JSON.
 *
 * It begins with a byte-order mark in any case: without one, Excel takes UTF-8 for the
 * code page of its country. Parsers know the mark (`bom` of csv-parse, `utf-8-sig`).
 */
export function toCsv(
	columns: readonly string[],
	rows: ReadonlyArray<readonly string[]>,
): string {
	const lines = [columns, ...rows].map(row => row.map(cellOf).join(','));
	return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Each in quotes, as OWASP advises: so no cell ends where its words want it to. */
function cellOf(text: string): string {
	const cell = plainText(withoutFormula(onOneLine(text)), mostCharacters - 1);
	return `"${cell.replaceAll('"', '""')}"`;
}

/** Excel breaks a longer cell in two, and the rest would begin as it likes. */
const mostCharacters = 32_767;

/**
 * A cell that a spreadsheet would reckon with begins with an apostrophe, which makes it
 * text. Where lists are parted by semicolons, Excel parts cells by them, quotes or not;
 * so what follows one counts as the beginning of a cell as well. Numbers and single signs
 * do nothing, and stay as they are.
 */
function withoutFormula(text: string): string {
	return harmless.test(text)
		? text
		: text.replaceAll(formulaStart, (_, before: string) => `${before}'`);
}

const harmless = /^(?:[-+]?\d+(?:[.,]\d+)?|[-+=@])$/;
/** The signs that start a formula, with all that Unicode says are the same. */
const signs = [
	String.raw`=\uFF1D\uFE66\u207C\u208C\u2A75\u2A76`,
	String.raw`+\uFF0B\uFE62\u207A\u208A\uFB29`,
	String.raw`\-\uFF0D\uFE63`,
	String.raw`@\uFF20\uFE6B`,
].join('');
/** What stands before the sign may be dropped on opening. */
const formulaStart = new RegExp(`(^|;)(?=[ "'\`]*[${signs}])`, 'g');
