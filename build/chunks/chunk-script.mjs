import {transform} from 'esbuild';
import {takeBuiltinModules} from './builtin-modules.mjs';

/** A chunk as the bundler writes it, a module, as the script that `runChunks` runs. */
export async function chunkScript(text) {
	const {code} = await transform(takeBuiltinModules(text), {
		format: 'cjs',
		platform: 'node',
		target: 'node22',
		minifySyntax: true,
		minifyWhitespace: true,
	});
	return `(function(require,load,waitFor,module){${code.replaceAll(chunkImport, 'load($1)')}})`;
}

/** As a minified bundle has it: `import("./chunk-ABCDEFGH.js")`. */
const chunkImport = /\bimport\(("\.\/[\w.-]+\.js")\)/g;
