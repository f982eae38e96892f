/**
 * Packages that others import without our ever needing them, and what stands in their
 * place in a bundle.
 */
export const leftOut = {
	// Ink imports its devtools bridge whether or not anybody debugs.
	'react-devtools-core': './build/nothing.js',
	// Tedious can log in by Azure too, which makes it half as large again.
	'@azure/core-auth': './build/nothing.js',
	'@azure/identity': './build/nothing.js',
	'@azure/keyvault-keys': './build/nothing.js',
	// Conf has what it wrote halfway removed when a signal ends this program, and for that
	// every signal sent once more: Ctrl-C would count twice. What it writes here is written
	// at once.
	'when-exit': './build/no-last-acts.js',
};
