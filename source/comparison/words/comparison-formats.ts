import {type Format, formatOf} from '../../reports/report-kinds.js';

/** As what a comparison is written; it has no rows for a spreadsheet. */
export const comparisonFormats = [
	'text',
	'markdown',
	'html',
	'json',
] as const satisfies readonly Format[];
export type ComparisonFormat = (typeof comparisonFormats)[number];

/** The format that the name of a file asks for by its ending. */
export function comparisonFormatOf(path: string): ComparisonFormat | undefined {
	const format = formatOf(path);
	return comparisonFormats.find(each => each === format);
}
