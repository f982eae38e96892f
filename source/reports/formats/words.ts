import {plainText} from '../../plain-text.js';

/** Words as they may stand in every format: on one line, and whole, however long. */
export function onOneLine(text: string): string {
	return plainText(text, Number.POSITIVE_INFINITY);
}

/** A line whose spaces mean something, as those of a command do. */
export function keepingSpaces(line: string): string {
	return line.replaceAll('\t', '    ').split(' ').map(onOneLine).join(' ').trimEnd();
}
