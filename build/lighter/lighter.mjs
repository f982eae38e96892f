import {readFile} from 'node:fs/promises';

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
		// Where a file lies that is inside of the bundle.
		'import.meta.url': 'undefined',
	},
	inject: ['./build/lighter/late-segmenter.mjs'],
	alias: {
		// Looks at every emoji that there is, while it is loaded.
		'string-width': './build/lighter/string-width.mjs',
		'yoga-layout': './build/lighter/yoga.mjs',
	},
	plugin: {
		name: 'lighter',
		setup({onLoad}) {
			// Nobody develops with what is bundled; and a script cannot wait for what would do so.
			onLoad({filter: /\/ink\/build\/reconciler\.js$/}, async ({path}) => {
				const text = await readFile(path, 'utf8');
				return {contents: text.replaceAll("process.env['DEV'] === 'true'", 'false')};
			});
		},
	},
};
