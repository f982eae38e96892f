/**
 * What libraries do while they are loaded though most runs never need it, and what is
 * bundled instead: the same, at the first time that it is needed.
 */
export const lighter = {
	define: {
		// Yoga's loader would fetch its own bytes from a data: URL, for which Node loads its
		// whole HTTP client. Without it the loader takes them as they are; nobody else fetches.
		fetch: 'undefined',
		// To make one reads the tables of all languages.
		'Intl.Segmenter': 'LateSegmenter',
	},
	inject: ['./build/lighter/late-segmenter.mjs'],
	// Looks at every emoji that there is, while it is loaded.
	alias: {'string-width': './build/lighter/string-width.mjs'},
};
