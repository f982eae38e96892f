import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {access, mkdir, mkdtemp, readFile, rename, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {locked} from './lockfile.mjs';

const run = promisify(execFile);

/**
 * The Node.js that goes into an executable: the package that the lockfile names, and no
 * other. Npm installs the one that this machine can run; another is fetched once.
 */
export async function findRuntime(architecture) {
	const name = `node-linux-${architecture}`;
	const installed = join('node_modules', name);
	const {version, integrity} = locked[installed];
	const cache = 'node_modules/.cache/runtimes';
	const fetched = join(cache, `${name}-${version}`);
	const isThere = folder =>
		access(join(folder, 'bin/node')).then(
			() => true,
			() => false,
		);
	if (await isThere(installed)) {
		return {version, folder: installed};
	}

	if (!(await isThere(fetched))) {
		await mkdir(cache, {recursive: true});
		const work = await mkdtemp(join(cache, 'fetching-'));
		try {
			await fetchPackage(`${name}@${version}`, integrity, work);
			await rename(join(work, 'package'), fetched);
		} finally {
			await rm(work, {recursive: true, force: true});
		}
	}

	return {version, folder: fetched};
}

async function fetchPackage(name, integrity, folder) {
	const {stdout} = await run('npm', [
		...['pack', '--silent', `--pack-destination=${folder}`],
		name,
	]);
	const archive = join(folder, stdout.trim());
	const hash = createHash('sha512').update(await readFile(archive));
	if (`sha512-${hash.digest('base64')}` !== integrity) {
		throw new Error(`${name} is not the package that package-lock.json names.`);
	}

	await run('tar', ['--extract', `--file=${archive}`, `--directory=${folder}`]);
}
