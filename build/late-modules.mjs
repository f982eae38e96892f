import {relative} from 'node:path';

/**
 * Has each module of ours that is loaded late import what nearly all of them need, so that
 * this stands in one chunk. By itself esbuild makes one for every set of modules that have
 * something in common, and a file takes Node longer than what is in it.
 */
export const lateModules = {
	name: 'late modules',
	setup({onResolve, onLoad, resolve}) {
		onResolve({filter: /^\.{1,2}\//}, async ({kind, path, importer, resolveDir}) => {
			if (kind !== 'dynamic-import') {
				return undefined;
			}

			const found = await resolve(path, {
				kind: 'import-statement',
				...{importer, resolveDir},
			});
			return {path: relative('.', found.path), namespace: 'late'};
		});
		onLoad({filter: /./, namespace: 'late'}, ({path}) => ({
			contents: [
				...common.map(name => `import './source/${name}.js';`),
				`export * from './${path}';`,
			].join('\n'),
			resolveDir: '.',
		}));
	},
};

const common = ['commands/program', 'commands/report-error', 'host/last-acts', 'place'];
