import {registerHooks} from 'node:module';
import {fileURLToPath} from 'node:url';
import {assetModule, assetNames} from './asset-modules.mjs';

// Tests run the sources themselves; this lets Node import assets as the bundle does.
registerHooks({
	load(url, context, nextLoad) {
		return assetNames.test(url)
			? {format: 'module', shortCircuit: true, source: assetModule(fileURLToPath(url))}
			: nextLoad(url, context);
	},
});
