import {chmod, mkdir, rm, writeFile} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import process from 'node:process';
import {build} from 'esbuild';
import {assetModule, assetNames} from './asset-modules.mjs';
import {chunkScript} from './chunks/chunk-script.mjs';
import {writeCodeCache} from './chunks/write-code-cache.mjs';
import {writeStart} from './chunks/write-start.mjs';
import {buildId} from './commit.mjs';
import {lateModules} from './late-modules.mjs';
import {leftOut} from './left-out.mjs';
import {lighter} from './lighter/lighter.mjs';

// Elsewhere, for whoever must not touch what others run.
const [, , folder = 'dist'] = process.argv;
const program = join(folder, 'cli.js');

await rm(folder, {recursive: true, force: true});
await writeChunks();
await writeStart('from-files', {outfile: program, banner: '#!/usr/bin/env node'});
await chmod(program, 0o755);
// Whoever starts it need not think that it is a module, as the rest of the package is.
await writeFile(join(folder, 'package.json'), '{"type": "commonjs"}\n');
await writeCodeCache(
	join(folder, 'chunks'),
	join(folder, 'code-cache', `${process.version}-${process.arch}`),
);

async function writeChunks() {
	const {outputFiles, metafile} = await build({
		metafile: true,
		write: false,
		entryPoints: ['source/cli.ts'],
		outdir: join(folder, 'chunks'),
		bundle: true,
		// One chunk a command, so that a command loads only what it needs.
		splitting: true,
		chunkNames: '[name]-[hash]',
		platform: 'node',
		format: 'esm',
		target: 'node22',
		jsx: 'automatic',
		// Names stay as they are written: people read them in the log.
		minifySyntax: true,
		minifyWhitespace: true,
		define: {
			...lighter.define,
			'process.env.NODE_ENV': '"production"',
			'process.env.BUILD_ID': JSON.stringify(await buildId()),
		},
		inject: lighter.inject,
		alias: {...leftOut, ...lighter.alias},
		plugins: [
			lateModules,
			lighter.plugin,
			{
				name: 'no other programs',
				setup({onResolve}) {
					// Commander has what starts a program for a subcommand; none of ours is one.
					onResolve({filter: /^node:child_process$/}, ({importer}) =>
						importer.includes('/node_modules/commander/')
							? {path: resolve('build/nothing.js')}
							: undefined,
					);
				},
			},
			{
				name: 'assets',
				setup({onLoad}) {
					onLoad({filter: assetNames}, ({path}) => ({contents: assetModule(path)}));
				},
			},
		],
		logLevel: 'warning',
	});
	for (const {path, text} of outputFiles) {
		await mkdir(dirname(path), {recursive: true});
		await writeFile(path, await chunkScript(text));
	}

	// For those who want to know what a command loads, the tests among them.
	await writeFile(join(folder, 'meta.json'), JSON.stringify(metafile));
}
