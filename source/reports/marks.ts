import type {Verdict} from '../probes/verdict.js';

/** The few glyphs that the program draws. Every mark stands beside a word that says the same. */
export type Marks = {
	readonly verdict: Readonly<Record<Verdict, string>>;
	readonly done: string;
	readonly here: string;
	readonly toCome: string;
	readonly attention: string;
	readonly pointer: string;
	readonly rule: string;
	readonly separator: string;
	readonly more: string;
	readonly arrows: string;
	readonly sideways: string;
	readonly up: string;
	/** The upper half of a cell, for pictures; left out where there is none. */
	readonly halfBlock?: string;
	/** Stands for a character that is not to be seen. */
	readonly secret: string;
};

export const unicodeMarks: Marks = {
	verdict: {pass: '✓', warn: '!', fail: '✗', skipped: '-', unprovable: '?'},
	done: '✓',
	here: '●',
	toCome: '○',
	attention: '!',
	pointer: '▸',
	rule: '─',
	separator: '·',
	more: '…',
	arrows: '↑↓',
	sideways: '←→',
	up: '↑',
	halfBlock: '▀',
	secret: '•',
};

export const asciiMarks: Marks = {
	verdict: {pass: '+', warn: '!', fail: 'X', skipped: '-', unprovable: '?'},
	done: 'x',
	here: '>',
	toCome: '.',
	attention: '!',
	pointer: '>',
	rule: '-',
	separator: '|',
	more: '...',
	arrows: 'up/down',
	sideways: 'left/right',
	up: 'up',
	secret: '*',
};

/** Of the kernel's own console: its fonts have few glyphs, but all have the block of CP 437. */
export const consoleMarks: Marks = {...asciiMarks, halfBlock: '▀'};

/** Few glyphs where the locale is not UTF-8 or the terminal is the kernel's own (linux). */
export function marksFor(isAscii: boolean, environment: NodeJS.ProcessEnv): Marks {
	const {LC_ALL, LC_CTYPE, LANG, TERM} = environment;
	const locale = LC_ALL || LC_CTYPE || LANG || '';
	const isUtf8 = /utf-?8/i.test(locale);
	if (isAscii || !isUtf8 || TERM === 'dumb') {
		return asciiMarks;
	}

	return TERM === 'linux' ? consoleMarks : unicodeMarks;
}
