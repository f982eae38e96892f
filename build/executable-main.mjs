import {registerHooks} from 'node:module';
import {getAsset} from 'node:sea';
import {constants, Script} from 'node:vm';

// The program's own files are inside of this one, as if below it: nothing else can be there.
const root = 'file:///proc/self/exe/';

registerHooks({
	resolve: (specifier, context, nextResolve) =>
		specifier.startsWith('.') || specifier.startsWith(root)
			? {url: new URL(specifier, context.parentURL).href, shortCircuit: true}
			: nextResolve(specifier, context),
	load: (url, context, nextLoad) =>
		url.startsWith(root)
			? {
					format: 'module',
					source: getAsset(url.slice(root.length), 'utf8'),
					shortCircuit: true,
				}
			: nextLoad(url, context),
});

// An import here would ask for a module that is built into Node; one in a script does not.
await new Script(`import('${root}cli.js')`, {
	importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
}).runInThisContext();
