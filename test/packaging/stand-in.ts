import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {execa} from 'execa';

export type StandIn = {
	readonly name: string;
	/** As rpm calls its processor: `x86_64`, `aarch64`. */
	readonly architecture: string;
	readonly provides?: readonly string[];
};

/** A package without a file, for one that is not here; into a folder. */
export async function buildStandIn(
	folder: string,
	{name, architecture, provides = []}: StandIn,
): Promise<string> {
	const work = await mkdtemp(join(tmpdir(), 'analytics-setup-stand-in-'));
	const spec = join(work, 'stand-in.spec');
	const file = join(folder, `${name}-1-1.${architecture}.rpm`);
	const lines = [
		...[`Name: ${name}`, 'Version: 1', 'Release: 1', 'License: MIT'],
		'Summary: A stand-in of the tests',
		...provides.map(provided => `Provides: ${provided}`),
		...['%description', 'It has no files.', '%files', ''],
	];
	try {
		await writeFile(spec, lines.join('\n'));
		await execa('rpmbuild', [
			...['-bb', `--target=${architecture}-linux`, `--define=_topdir ${work}`],
			...[
				`--define=_rpmdir ${folder}`,
				`--define=_build_name_fmt ${file.slice(folder.length)}`,
			],
			spec,
		]);
	} finally {
		await rm(work, {recursive: true});
	}

	return file;
}

/** What a package needs to be installed, but for what rpm itself provides. */
export async function requirementsOf(file: string): Promise<readonly string[]> {
	const {stdout} = await execa('rpm', ['--query', '--package', '--requires', file]);
	return stdout.split('\n').filter(required => !required.startsWith('rpmlib('));
}
