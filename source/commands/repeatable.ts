import type {Option} from 'commander';

const marked = new WeakSet<Option>();

/** Marks a flag that may be given more than once, and says so in its help. */
export function repeatable(option: Option): Option {
	marked.add(option);
	option.description += '; may be given more than once';
	return option;
}

export function isRepeatable(option: Option): boolean {
	return marked.has(option);
}
