import type {Settings} from './answers-document.js';

/**
 * The settings of several files as one: later ones count for more. Sections are merged
 * setting by setting; a list or a value, `null` too, takes the place of the earlier one.
 */
export function mergeAnswers(files: readonly Settings[]): Settings {
	const sections = new Map<string, unknown>();
	for (const [name, section] of files.flatMap(Object.entries<unknown>)) {
		sections.set(name, mergeSection(sections.get(name), section));
	}

	return Object.fromEntries(sections);
}

function mergeSection(base: unknown, over: unknown): unknown {
	return isSection(base) && isSection(over) ? {...base, ...over} : over;
}

function isSection(value: unknown): value is Settings {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
