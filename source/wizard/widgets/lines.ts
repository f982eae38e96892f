import {wrap} from '../../reports/wrap.js';
import type {Line} from './scroll.js';

/** A text as lines of at most so many columns. */
export function plainLines(text: string, width: number): readonly Line[] {
	return wrap(text, width).map(line => ({text: line}));
}

/** Paragraphs, with an empty line after each. */
export function paragraphs(
	texts: readonly string[],
	width: number,
	style: Omit<Line, 'text'> = {},
): readonly Line[] {
	return texts.flatMap(text => [
		...plainLines(text, width).map(line => ({...line, ...style})),
		{text: ''},
	]);
}

/** A text with a mark beside its first line. */
export function marked(
	{text: mark, colour}: NonNullable<Line['mark']>,
	text: string,
	width: number,
): readonly Line[] {
	return plainLines(text, width - 2).map((line, index) => ({
		mark: {text: index === 0 ? mark : ' ', colour},
		...line,
	}));
}

/** A text with a name beside its first line. */
export function labelled(
	name: string,
	text: string,
	{nameColumns, width}: {readonly nameColumns: number; readonly width: number},
): readonly Line[] {
	return wrap(text, width - nameColumns).map((line, index) => ({
		text: `${(index === 0 ? name : '').padEnd(nameColumns)}${line}`,
	}));
}
