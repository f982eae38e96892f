import {mkdir} from 'node:fs/promises';
import process from 'node:process';
import {execa} from 'execa';

/** The executable for this machine, as `npm run executable` makes it; one build for all who ask. */
export async function builtExecutable(): Promise<string> {
	await mkdir('release', {recursive: true});
	const once = [process.execPath, 'build/executable-once.mjs', 'x64'];
	await execa('flock', ['release/.executable.lock', ...once]);
	return 'release/analytics-setup-linux-x64';
}

export type PackageOptions = {
	/** Instead of the program's own: what comes before it, or after. */
	readonly version?: string;
	/** Packed as for a release, in many seconds; otherwise as little as is fast, in two. */
	readonly isReleased?: boolean;
	readonly env?: Readonly<Record<string, string>>;
};

/** The package of this machine, as `npm run rpm` makes it, in a folder. */
export async function buildPackage(
	folder: string,
	{version, isReleased = false, env = {}}: PackageOptions = {},
): Promise<string> {
	const {stdout} = await execa(
		process.execPath,
		[
			'build/rpm.mjs',
			`--output=${folder}`,
			...(isReleased ? [] : ['--payload=w1.zstdio']),
			...(version === undefined ? [] : [`--version=${version}`]),
		],
		{env},
	);
	return stdout;
}
