import type {DocumentFact} from '../document.js';
import {wrap} from '../wrap.js';
import {onOneLine} from './words.js';

const gap = '  ';

/** Names with their texts beside them; what has no name stands under the one before it. */
export function plainFacts(
	facts: readonly DocumentFact[],
	width: number,
): readonly string[] {
	const plain = facts
		.map(([name, text]) => [onOneLine(name), onOneLine(text)] as const)
		.filter(([, text]) => text !== '');
	const longest = Math.max(0, ...plain.map(([name]) => name.length));
	// A name that leaves its text no room stands above it.
	const nameColumns = Math.min(longest, Math.floor(width / 3));
	return plain.flatMap(([name, text]) => {
		const names = wrap(name, nameColumns);
		const lines = wrap(text, width - nameColumns - gap.length);
		return Array.from({length: Math.max(names.length, lines.length)}, (_, index) =>
			`${(names[index] ?? '').padEnd(nameColumns)}${gap}${lines[index] ?? ''}`.trimEnd(),
		);
	});
}
