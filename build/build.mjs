import {chmod, rm, writeFile} from 'node:fs/promises';
import process from 'node:process';
import {build} from 'esbuild';
import {assetModule, assetNames} from './asset-modules.mjs';
import {buildId} from './build-id.mjs';
import {leftOut} from './left-out.mjs';

// Elsewhere, for whoever must not touch what others run.
const [, , folder = 'dist'] = process.argv;

await rm(folder, {recursive: true, force: true});
const {metafile} = await build({
	metafile: true,
	entryPoints: ['source/cli.ts'],
	outdir: folder,
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
		'process.env.BUILD_ID': JSON.stringify(await buildId()) ?? 'undefined',
	},
	alias: leftOut,
	banner: {
		js: 'const require=process.getBuiltinModule;',
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
await chmod(`${folder}/cli.js`, 0o755);
// For those who want to know what a command loads, the tests among them.
await writeFile(`${folder}/meta.json`, JSON.stringify(metafile));
