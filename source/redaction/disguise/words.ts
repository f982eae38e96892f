import {numbered} from './numbered.js';

/** A name as texts have it, and at the start of a line within JSON. */
const nameIn =
	/(?:(?<![\w.@-])|(?<=\\[nrt]))(?:[a-z\d_](?:[\w-]{0,61}[a-z\d_])?\.){1,40}[a-z][a-z\d-]{1,62}(?![\w-])/gi;

/** Sets of the kernel are called after a name, and so are longer than it: `@to-a.uni.edu-4`. */
const setIn =
	/(?<=(?<![\w.-])to-)(?:[a-z\d_](?:[\w-]{0,61}[a-z\d_])?\.){1,40}[a-z][a-z\d-]{0,61}[a-z\d](?=-[46](?![\w-]))/gi;

export type NameOptions = {
	/** Host names of this site; what lies below their domains is of this site too. */
	readonly names: readonly string[];
	/** Those of them whose first word stands for them where it is alone. */
	readonly shortNames: readonly string[];
	/** Names that everybody knows. */
	readonly known: ReadonlySet<string>;
};

/**
 * Puts tokens in the place of the names of a site: `host-1.example`, and `host-1` where the
 * first word of one stands alone.
 */
export function nameDisguise({
	names,
	shortNames,
	known,
}: NameOptions): (text: string) => string {
	const number = numbered();
	const own = names.map(name => name.toLowerCase()).filter(name => !known.has(name));
	// Reversed, an address is a name too.
	const suffixes = new Set([
		...[...own, ...own.flatMap(domainsOf)],
		...['in-addr.arpa', 'ip6.arpa'],
	]);
	const isOwn = (name: string) =>
		!known.has(name) && [name, ...domainsOf(name)].some(each => suffixes.has(each));
	const wholeOf = new Map(shortNames.map(name => [firstLabel(name), name]));
	const short = wordsPattern([...wholeOf.keys()]);
	const replace = (found: string) => {
		const name = found.toLowerCase();
		return isOwn(name) ? `host-${number(name)}.example` : found;
	};

	return text =>
		text
			.replaceAll(setIn, replace)
			.replaceAll(nameIn, replace)
			.replaceAll(short, label => `host-${number(wholeOf.get(label) ?? label)}`);
}

/** Puts `user-1` in the place of a user's name. */
export function userDisguise(users: readonly string[]): (text: string) => string {
	const number = numbered();
	const pattern = wordsPattern(users);
	return text => text.replaceAll(pattern, user => `user-${number(user)}`);
}

/** `a.b.uni.edu` lies in `b.uni.edu` and in `uni.edu`. */
function domainsOf(name: string): readonly string[] {
	const labels = name.split('.');
	return labels.slice(1, -1).map((_, index) => labels.slice(index + 1).join('.'));
}

function firstLabel(name: string): string {
	return name.replace(/\..*/s, '');
}

/** Whole words, written as they are: Analytics is a program, analytics a host. Keys of JSON are words of ours. */
function wordsPattern(words: readonly string[]): RegExp {
	const escaped = words.map(word =>
		word.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`),
	);
	return new RegExp(
		String.raw`(?:(?<![\w.-])|(?<=\\[nrt]))(?:${escaped.join('|') || '(?!)'})(?![\w-]|\.\w|"[\t ]*:)`,
		'g',
	);
}
