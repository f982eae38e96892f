import {parseAddress} from './address.js';
import {formatCidr} from './cidr.js';
import {readHostName} from './host-name.js';
import {prefixOfMask} from './mask.js';
import {cidrsOfRange} from './range.js';

/** What people have in a text where networks, addresses and names are wanted. */
export type EntriesFound = {
	readonly entries: readonly string[];
	/** How many words beside them are no entries. */
	readonly leftOut: number;
};

/**
 * The entries in a text: by commas, semicolons, blanks or lines, in quotes, with notes
 * after them. Masks and ranges are told as networks; what cannot be read stays an entry,
 * so that it can be corrected.
 */
export function entriesInText(text: string): EntriesFound {
	return joined(linesOf(text).map(entriesInLine));
}

/** The entries in a table, as CSV has it: in each line the first cell with an address. */
export function entriesInTable(text: string): EntriesFound {
	return joined(
		linesOf(text).map(line => {
			const cells = line.split(/[,;\t]/).map(entriesInLine);
			const found = cells.find(({entries}) => entries.some(isLikeAddress));
			return found ?? {entries: [], leftOut: joined(cells).entries.length};
		}),
	);
}

function joined(found: readonly EntriesFound[]): EntriesFound {
	return {
		entries: found.flatMap(({entries}) => entries),
		leftOut: found.reduce((sum, {leftOut}) => sum + leftOut, 0),
	};
}

/** Its lines without notes, each network in them written as one. */
function linesOf(text: string): readonly string[] {
	return withoutUnseen(text)
		.split(/[\r\n]+/)
		.map(line =>
			withoutNote(line)
				.replaceAll(rangePattern, rangeAsNetworks)
				.replaceAll(maskPattern, maskAsPrefix),
		);
}

/** What a terminal would not show belongs to no entry, and parts none. */
function withoutUnseen(text: string): string {
	return text.replaceAll(sequencePattern, '').replaceAll(/\p{Cf}/gu, '');
}

// With a bracket only: a lone Esc before an address must not take its first digit along.
const sequencePattern =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken away
	/\u001B\[[0-?]*[ -/]*[@-~]|\u001B\][^\u0007\u001B]*(?:\u0007|\u001B\\)/g;

/** A semicolon is more often a separator: it begins a note in front, or between an address and a plain word. */
function withoutNote(line: string): string {
	return line
		.replace(/#.*$|(?:^|\s)\/\/.*$|^\s*;.*$/, '')
		.replace(/(\d\S{0,60}\s+);\s*\p{L}[\p{L}'’-]*(?:[,.:]?\s.*)?$/u, '$1');
}

/** A line of words alone is one of names; beside an address, words only explain it. */
function entriesInLine(line: string): EntriesFound {
	const words = line.split(/[\s,;|]+/).flatMap(bare);
	const entries = words.some(isLikeAddress)
		? words.filter(word => isLikeAddress(word) || isFullName(word))
		: words;
	return {entries, leftOut: words.length - entries.length};
}

/** A word without quotes and brackets around it, and without what cannot be seen. */
function bare(word: string): readonly string[] {
	const text = word
		.replaceAll(/\p{C}/gu, '')
		.replaceAll(/^["'`“”„‘’«»([{<]+|["'`“”„‘’«»)\]}>]+$/g, '');
	return /^[-*•·–—]*$/.test(text) ? [] : [text];
}

/** Numbers and dots, or hexadecimal groups: meant as an address, whether it is one or not. */
function isLikeAddress(word: string): boolean {
	return /^(?:\d+(?:\.\d+)+|[\da-f]*:[\da-f.]*:[\da-f:.]*)(?:[/%–-].*)?$/i.test(word);
}

function isFullName(word: string): boolean {
	return /[^.]\../.test(word) && readHostName(word).value !== undefined;
}

const rangePattern =
	/(?<![\p{L}\d.:/-])([\da-f]*[.:][\da-f.:]+)\s*[-–]\s*([\da-f]*[.:][\da-f.:]+)(?![\p{L}\d.:/-])/giu;

/** `10.0.0.8-10.0.0.9` in as few networks as hold exactly these addresses. */
function rangeAsNetworks(range: string, from: string, to: string): string {
	const first = parseAddress(from);
	const last = parseAddress(to);
	return first !== undefined && first.family === last?.family && first.value <= last.value
		? cidrsOfRange(first, last).map(formatCidr).join(' ')
		: range;
}

// No network or address of anybody begins with 0 or 255, so such a pair is no two entries.
const maskPattern =
	/(?<![\w.:])(\d+(?:\.\d+){3})(?:\s*\/\s*|["'\s,;]+)((?:255|0)(?:\.\d+){3})(?![\w.:/])/g;

function maskAsPrefix(pair: string, address: string, mask: string): string {
	const prefix = prefixOfMask(mask);
	return prefix === undefined ? pair : `${address}/${prefix}`;
}
