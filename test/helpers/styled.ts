import {readFrame} from '../../source/wizard/terminal/screen.js';

/**
 * The parts of a drawing that have a rendition, as the parameter of ECMA-48 SGR: `1` bold,
 * `7` inverse. Needs `in-colour.js` before Ink.
 */
export function partsIn(drawing: string, parameter: string): readonly string[] {
	const {lines} = readFrame(drawing, {columns: 200, rows: 100}, true);
	return lines.flatMap(line => {
		const parts = line
			.map(({text, style}) =>
				// A blank belongs to the words on both sides of it.
				text === ' ' || style.split(';').includes(parameter) ? text : '\n',
			)
			.join('');
		return parts
			.split('\n')
			.map(part => part.trim())
			.filter(part => part !== '');
	});
}
