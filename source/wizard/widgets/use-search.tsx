import {useMemo} from 'react';
import {useLatest} from './use-latest.js';
import {type Prompt, usePrompt} from './use-prompt.js';

export type SearchOptions = {
	/** What is searched, line by line. */
	readonly texts: readonly string[];
	/** The line that one is at when the search begins. */
	readonly at: number;
	readonly goTo: (line: number) => void;
	/** Ctrl-C. */
	readonly onLeave: () => void;
};

export type Search = Prompt & {
	/** The line that was found last, while the search is open. */
	readonly found: number | undefined;
};

type Finding = {readonly wanted: string; readonly line: number | undefined};

/**
 * `/` on a list or a text: goes to the first line that has what is typed, while it is typed.
 * Enter and the arrows go to the next and the one before, round and round; Esc ends it.
 */
export function useSearch({texts, at, goTo, onLeave}: SearchOptions): Search {
	const [{wanted, line}, change] = useLatest<Finding>({wanted: '', line: undefined});
	const matches = useMemo(() => linesWith(texts, wanted), [texts, wanted]);
	const find = (next: (before: Finding) => Finding) => {
		const found = change(next).line;
		if (found !== undefined) {
			goTo(found);
		}
	};

	const look = (value: string) =>
		find(before => {
			const lines = linesWith(texts, value);
			const from = before.line ?? at;
			return {wanted: value, line: lines.find(each => each >= from) ?? lines[0]};
		});

	const prompt = usePrompt({
		label: 'Find',
		note: noteOn(matches, line, wanted),
		onChange: look,
		onKey(name) {
			const isBackwards = name === 'up';
			if (isBackwards || name === 'enter' || name === 'down') {
				find(before => ({
					...before,
					line: beside(linesWith(texts, before.wanted), before.line, isBackwards),
				}));
			}
		},
		onLeave,
	});
	return {
		...prompt,
		found: prompt.isOpen ? line : undefined,
		open(typed = '') {
			change(() => ({wanted: '', line: undefined}));
			prompt.open(typed);
			look(typed);
		},
	};
}

/** Upper and lower case are the same; an empty search finds nothing. */
function linesWith(texts: readonly string[], wanted: string): readonly number[] {
	const part = wanted.trim().toLowerCase();
	return part === ''
		? []
		: texts.flatMap((text, line) => (text.toLowerCase().includes(part) ? [line] : []));
}

function beside(
	lines: readonly number[],
	from = -1,
	isBackwards = false,
): number | undefined {
	return isBackwards
		? (lines.findLast(line => line < from) ?? lines.at(-1))
		: (lines.find(line => line > from) ?? lines[0]);
}

function noteOn(
	matches: readonly number[],
	line: number | undefined,
	wanted: string,
): string {
	if (wanted.trim() === '') {
		return 'Esc ends';
	}

	return line === undefined
		? 'not found'
		: `${matches.indexOf(line) + 1} of ${matches.length}`;
}
