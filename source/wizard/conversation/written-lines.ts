import {plainText} from '../../plain-text.js';
import {wrap} from '../../reports/wrap.js';

/**
 * A sentence as lines of printable characters, broken between words where it is wider than
 * that. The spaces that it begins with stay.
 */
export function writtenLines(sentence: string, width: number): string {
	const [indent = ''] = /^ */.exec(sentence) ?? [];
	const plain = plainText(sentence, Number.POSITIVE_INFINITY).replaceAll('…', '...');
	const lines = wrap(plain, width - indent.length).map(line => `${indent}${line}\n`);
	return lines.length === 0 ? '\n' : lines.join('');
}
