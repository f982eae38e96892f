import {fillsOneCellEach} from './cells.mjs';

/** ECMA-48 SGR, which switches colours and fills nothing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what these begin with.
const switches = /\u001B\[[\d;]*m/g;

/** The width of a text in cells; the library is loaded once a text needs it. */
export default function stringWidth(input, options = {}) {
	const {ambiguousIsNarrow = true, countAnsiEscapeCodes = false} = options;
	const text = countAnsiEscapeCodes ? input : String(input).replace(switches, '');
	return typeof input === 'string' && ambiguousIsNarrow && fillsOneCellEach(text)
		? text.length
		: require('../../node_modules/string-width/index.js').default(input, options);
}
