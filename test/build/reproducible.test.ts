import assert from 'node:assert/strict';
import {cp, mkdir, mkdtemp, readFile, rm} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {execa} from 'execa';

const parts = ['assets', 'build', 'source', 'package.json', 'package-lock.json'];

test('two builds, elsewhere and in another time zone, give the same bytes', {
	timeout: 120_000,
}, async context => {
	await mkdir('release', {recursive: true});
	// On the same disk, for the packages are linked: copying them would take a minute.
	const folder = await mkdtemp(resolve('release/.twice-'));
	context.after(() => rm(folder, {recursive: true}));
	const first = await sumsOfBuild(join(folder, 'one'), {TZ: 'UTC', LANG: 'C.UTF-8'});
	const second = await sumsOfBuild(join(folder, 'another/one'), {
		TZ: 'Asia/Tokyo',
		LANG: 'C',
	});
	assert.match(first, /analytics-setup-linux-x64\n/);
	assert.equal(second, first);
});

async function sumsOfBuild(folder: string, env: Readonly<Record<string, string>>) {
	await mkdir(folder, {recursive: true});
	await Promise.all(parts.map(part => cp(part, join(folder, part), {recursive: true})));
	await execa('cp', ['--archive', '--link', 'node_modules', folder]);
	for (const script of ['build/build.mjs', 'build/executable.mjs']) {
		await execa(process.execPath, [script], {cwd: folder, env});
	}

	return readFile(join(folder, 'release/SHA256SUMS'), 'utf8');
}
