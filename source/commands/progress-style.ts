/** How the work is told on stderr: in words, as a JSON line each, or without how far it is. */
export const progressStyles = ['auto', 'json', 'none'] as const;
export type ProgressStyle = (typeof progressStyles)[number];

const flag = '--progress';

/**
 * The style that a command line asks for. Known before anything else of it is: what is
 * wrong with the line itself is told in that style too.
 */
export function progressStyleIn(words: readonly string[]): ProgressStyle {
	const end = words.indexOf('--');
	const flags = end === -1 ? words : words.slice(0, end);
	const given = flags.flatMap((word, index) =>
		word === flag
			? flags.slice(index + 1, index + 2)
			: word.startsWith(`${flag}=`)
				? [word.slice(flag.length + 1)]
				: [],
	);
	return progressStyles.find(style => style === given.at(-1)) ?? 'auto';
}
