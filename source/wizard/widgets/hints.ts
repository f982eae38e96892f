import type {Marks} from '../../reports/marks.js';

/** A key and what it does, for the footer. */
export type Hint = readonly [key: string, does: string];

/** The keys that there is room for: what people try by themselves goes first. */
export function hintsThatFit(
	hints: readonly Hint[],
	{arrows, sideways, up, separator}: Marks,
	width: number,
): readonly Hint[] {
	const between = separator.length + 2;
	return [arrows, sideways, 'Tab', up, 'Ctrl-C', '/'].reduce(
		(kept, known) =>
			widthOf(kept, between) > width ? kept.filter(([key]) => key !== known) : kept,
		hints,
	);
}

function widthOf(hints: readonly Hint[], between: number): number {
	const words = hints.map(([key, does]) => key.length + 1 + does.length);
	return words.reduce((sum, width) => sum + width, (hints.length - 1) * between);
}
