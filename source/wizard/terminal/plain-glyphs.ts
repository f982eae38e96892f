import {asciiMarks, type Marks, unicodeMarks} from '../../reports/marks.js';

const arrows = {'↑': '^', '↓': 'v', '←': '<', '→': '>', '…': '.'} as const;

/** The glyphs of a frame that was drawn elsewhere, for a terminal that has few. */
const glyphs: ReadonlyMap<string, string> = new Map([
	...Object.entries(arrows),
	...pairs(unicodeMarks.verdict, asciiMarks.verdict),
	...pairs(unicodeMarks, asciiMarks),
]);

/** A frame with the marks of this terminal. Each stays as wide as it was. */
export function plainGlyphs(frame: string, marks: Marks): string {
	return marks.verdict === asciiMarks.verdict
		? [...frame].map(glyph => glyphs.get(glyph) ?? glyph).join('')
		: frame;
}

function pairs(from: object, to: object): ReadonlyArray<readonly [string, string]> {
	return Object.entries(from).flatMap(([name, glyph]) => {
		const plain: unknown = Reflect.get(to, name);
		return typeof glyph === 'string' && typeof plain === 'string' && plain.length === 1
			? [[glyph, plain] as const]
			: [];
	});
}
