import {chmod, readFile, rm} from 'node:fs/promises';
import {build} from 'esbuild';
import {assetModule, assetNames} from './asset-modules.mjs';

const {version} = JSON.parse(await readFile('package.json', 'utf8'));

await rm('dist', {recursive: true, force: true});
await build({
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
	define: {
		'process.env.NODE_ENV': '"production"',
		'process.env.ANALYTICS_SETUP_VERSION': JSON.stringify(version),
	},
	// Ink imports its devtools bridge statically, so the bundle needs something there.
	alias: {'react-devtools-core': './build/no-devtools.js'},
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
