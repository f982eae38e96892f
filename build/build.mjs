import {chmod, rm, writeFile} from 'node:fs/promises';
import {build} from 'esbuild';
import {assetModule, assetNames} from './asset-modules.mjs';
import {leftOut} from './left-out.mjs';

await rm('dist', {recursive: true, force: true});
const {metafile} = await build({
	metafile: true,
	entryPoints: ['source/cli.ts'],
	outdir: 'dist',
	bundle: true,
	// One chunk a command, so that a command loads only what it needs.
	splitting: true,
	chunkNames: 'chunks/[name]-[hash]',
	platform: 'node',
	format: 'esm',
	target: 'node22',
	jsx: 'automatic',
	minify: true,
	keepNames: true,
	define: {'process.env.NODE_ENV': '"production"'},
	alias: leftOut,
	banner: {
		js: "import {createRequire as createRequireForBundle} from 'node:module';const require=createRequireForBundle(import.meta.url);",
	},
	plugins: [
		{
			name: 'assets',
			setup({onLoad}) {
				onLoad({filter: assetNames}, ({path}) => ({contents: assetModule(path)}));
			},
		},
	],
	logLevel: 'warning',
});
await chmod('dist/cli.js', 0o755);
// For those who want to know what a command loads, the tests among them.
await writeFile('dist/meta.json', JSON.stringify(metafile));
