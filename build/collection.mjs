import {execFile} from 'node:child_process';
import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import process from 'node:process';
import {parseArgs, promisify} from 'node:util';
import {writeChecksums} from './checksums.mjs';

const run = promisify(execFile);
const own = JSON.parse(await readFile('package.json', 'utf8'));

// `npm run collection` makes the Ansible collection; the flag is for tests.
const {
	values: {output},
} = parseArgs({options: {output: {type: 'string', default: 'release'}}});

const work = await mkdtemp(join(tmpdir(), 'analytics-setup-collection-'));
try {
	await furnish(work);
	await mkdir(output, {recursive: true});
	await run('ansible-galaxy', [
		...['collection', 'build', '--force'],
		...['--output-path', resolve(output), work],
	]);
} finally {
	await rm(work, {recursive: true});
}

if (output === 'release') {
	await writeChecksums();
}

process.stdout.write(
	`${join(output, `appsanywhere-analytics_setup-${own.version}.tar.gz`)}\n`,
);

/** The collection as it is checked in, with what it has in common with the program. */
async function furnish(folder) {
	await cp('assets/ansible', folder, {recursive: true});
	await cp('LICENSE', join(folder, 'LICENSE'));
	await cp('CHANGELOG.md', join(folder, 'CHANGELOG.md'));
	const path = join(folder, 'galaxy.yml');
	const text = await readFile(path, 'utf8');
	await writeFile(path, text.replace(/^version: .*$/m, `version: ${own.version}`));
}
