import type {Host, RunOptions} from '../host.js';

/** Runs a program on a host, where it has to do what it is told. */
export async function runOn(
	host: Host,
	[file, ...arguments_]: readonly [file: string, ...arguments_: string[]],
	options?: RunOptions,
): Promise<void> {
	const {exitCode, stderr} = await host.run(file, arguments_, options);
	if (exitCode !== 0) {
		throw new Error(
			`"${file} ${arguments_.join(' ')}" fails on "${host.name}": ${stderr}`,
		);
	}
}
