import {build} from 'esbuild';

/** Makes one script of what starts the chunks. */
export async function writeStart(name, {outfile, banner = ''}) {
	await build({
		entryPoints: [`build/chunks/${name}.mjs`],
		outfile,
		banner: {js: banner},
		bundle: true,
		platform: 'node',
		format: 'cjs',
		logLevel: 'warning',
	});
}
