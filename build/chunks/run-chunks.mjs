import process from 'node:process';
import {Script} from 'node:vm';

/**
 * Runs the program from its chunks: scripts that ask for each other by name
 * (`chunk-script.mjs`), each with what V8 keeps of one that it has compiled. As modules
 * they would be compiled anew at every start, which takes longer than to run them.
 */
export function runChunks({readText, readCodeCache, pathOf}) {
	const chunks = new Map();
	const underWay = [];

	const need = id =>
		id.startsWith('./') ? exportsOf(id.slice(2)) : process.getBuiltinModule(id);

	/** What stands for `import()`. */
	const load = async id => {
		const exports = need(id);
		await Promise.all(underWay);
		return exports;
	};

	/** What stands for `await` at the top of a module: `load` waits for it. */
	const waitFor = promise => underWay.push(promise);

	function exportsOf(name) {
		const known = chunks.get(name);
		if (known !== undefined) {
			return known.exports;
		}

		const chunk = {exports: {}};
		// Before it runs: one that it needs may need it.
		chunks.set(name, chunk);
		const script = new Script(readText(name), {
			filename: pathOf(name),
			// One of another version of V8 is left aside by V8 itself.
			cachedData: readCodeCache(name),
		});
		script.runInThisContext()(need, load, waitFor, chunk);
		return chunk.exports;
	}

	need('./cli.js');
}
