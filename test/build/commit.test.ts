import assert from 'node:assert/strict';
import {utimes, writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import process from 'node:process';
import {type TestContext, test} from 'node:test';
import {execa} from 'execa';
import {temporaryFolder} from '../helpers/sample.js';

/** The time that the files of an archive have. */
const archived = 1_790_000_000;

/** A folder with sources, and what a build in it says of their commit. */
async function openSources(context: TestContext) {
	const cwd = await temporaryFolder(context);
	const manifest = join(cwd, 'package.json');
	await writeFile(manifest, '{}\n');
	await utimes(manifest, archived, archived);
	const script = `import {buildId, timeOfCommit} from '${resolve('build/commit.mjs')}';
		console.log(JSON.stringify([await buildId(), await timeOfCommit()]));`;
	return {
		git: (...words: readonly string[]) => execa('git', words, {cwd}),
		change: () => writeFile(manifest, '{"name": "other"}\n'),
		async told() {
			const words = ['--input-type=module', '--eval', script];
			return JSON.parse((await execa(process.execPath, words, {cwd})).stdout);
		},
	};
}

test('sources without a repository are of an unknown commit, and of the time of their archive', async context => {
	const {told} = await openSources(context);
	assert.deepEqual(await told(), ['unknown', String(archived)]);
});

test('sources in a repository are of its commit, and what was changed since is told', async context => {
	const {git, told, change} = await openSources(context);
	await git('init', '--quiet');
	await git('add', '.');
	await git(
		...['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'],
		...['commit', '--quiet', '--message=Begin'],
	);
	const {stdout: commit} = await git('rev-parse', '--short=12', 'HEAD');
	const {stdout: time} = await git('log', '-1', '--format=%ct');
	assert.deepEqual(await told(), [commit, time]);
	await change();
	assert.deepEqual(await told(), [`${commit}, changed`, time]);
});
