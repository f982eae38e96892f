import {basename, join} from 'node:path';
import process from 'node:process';
import {build} from 'esbuild';
import {leftOut} from '../build/left-out.mjs';
import type {Command} from './run-time.js';

/** A peer as people bundle it: one file, with the settings of our own bundle. */
export async function bundlePeer(name: string, folder: string): Promise<Command> {
	const file = join(folder, `${basename(name)}.mjs`);
	await build({
		entryPoints: [`bench/peers/${name}`],
		outfile: file,
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node22',
		jsx: 'automatic',
		minify: true,
		keepNames: true,
		define: {'process.env.NODE_ENV': '"production"'},
		alias: leftOut,
		banner: {js: 'const require=process.getBuiltinModule;'},
	});
	return [process.execPath, file];
}
