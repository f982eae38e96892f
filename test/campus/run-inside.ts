import process from 'node:process';
import {build} from 'esbuild';
import {assetModule, assetNames} from '../../build/asset-modules.mjs';
import {leftOut} from '../../build/left-out.mjs';
import {Failure} from '../../source/failure.js';
import type {RunCommand} from '../../source/host/command.js';
import type {Host, RunOptions, RunResult} from './host.js';

/**
 * Runs a TypeScript module inside a host, as root there. What it imports is told from the
 * root of the repository: `import {…} from './source/…'`.
 */
export async function runInside(
	host: Host,
	code: string,
	options: Omit<RunOptions, 'input'> = {},
): Promise<RunResult> {
	const input = await bundleForHost(code);
	return host.run(process.execPath, ['--input-type=module', '-'], {...options, input});
}

/** Runs programs inside a host, as `runCommand` does on the machine itself. */
export function commandsIn(host: Host): RunCommand {
	return async (file, arguments_, {input = '', timeout = 15_000} = {}) => {
		const {exitCode, stdout, stderr} = await host.run(file, arguments_, {
			...{input, timeout},
			env: {LC_ALL: 'C'},
		});
		if (exitCode === 0) {
			return {stdout, stderr};
		}

		const [said = ''] = stderr.trim().split('\n');
		const reason = exitCode === undefined ? 'did not end in time' : said;
		throw new Failure(
			'command.failed',
			`"${file}" ${reason || `ended with ${exitCode}`}`,
		);
	};
}

/** Where the files of a host are for this process: its /etc is `${filesOf(host)}/etc`. */
export function filesOf({pid}: Host): string {
	return `/proc/${pid}/root`;
}

/** One JavaScript text: inside a host, no time is lost with reading TypeScript. */
export async function bundleForHost(code: string): Promise<string> {
	const {outputFiles} = await build({
		stdin: {contents: code, resolveDir: process.cwd(), loader: 'ts'},
		bundle: true,
		write: false,
		platform: 'node',
		format: 'esm',
		target: 'node22',
		alias: leftOut,
		logLevel: 'silent',
		// Some packages are CommonJS, and call for more of it.
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
	});
	return outputFiles.map(({text}) => text).join('\n');
}
