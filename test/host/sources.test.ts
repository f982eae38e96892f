import assert from 'node:assert/strict';
import {mkdir, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {execa} from 'execa';
import {sources} from '../../source/host/sources.js';
import {temporaryFolder} from '../helpers/sample.js';

const {readFile, listFiles} = sources;

test('a file is read whole, and one that is not there is undefined', async context => {
	const folder = await temporaryFolder(context);
	await writeFile(join(folder, 'a'), 'one\ntwo\n');
	assert.equal(await readFile(join(folder, 'a')), 'one\ntwo\n');
	assert.equal(await readFile(join(folder, 'b')), undefined);
	assert.match((await readFile('/proc/self/status')) ?? '', /^Name:/);
});

test('of a very large file the beginning and the end are read, in whole lines', async context => {
	const path = join(await temporaryFolder(context), 'large');
	await writeFile(path, `first\n${'0123456789\n'.repeat(2_000_000)}last\n`);
	const text = (await readFile(path)) ?? '';
	assert.ok(text.length < 17 * 1024 * 1024);
	const lines = new Set(text.split('\n'));
	assert.deepEqual(
		lines,
		new Set([
			'first',
			'0123456789',
			'… what stands between is left out here …',
			'last',
			'',
		]),
	);
});

for (const [what, make] of [
	['a folder', (path: string) => mkdir(path)],
	['a pipe into which nobody writes', (path: string) => execa('mkfifo', [path])],
] as const) {
	test(`${what} is no file, and is not waited for`, async context => {
		const path = join(await temporaryFolder(context), 'x');
		await make(path);
		await assert.rejects(readFile(path), /could not be read: /);
	});
}

test('the files below a folder are listed in order, without links', async context => {
	const folder = await temporaryFolder(context);
	await mkdir(join(folder, 'b'));
	await writeFile(join(folder, 'b/c'), '');
	await writeFile(join(folder, 'a'), '');
	await symlink('/etc/shadow', join(folder, 'link'));
	assert.deepEqual(await listFiles(folder), ['a', 'b/c']);
	assert.deepEqual(await listFiles(join(folder, 'none')), []);
});
