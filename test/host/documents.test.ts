import assert from 'node:assert/strict';
import {
	chmod,
	lstat,
	mkdir,
	readdir,
	readFile,
	symlink,
	writeFile,
} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {type TestContext, test} from 'node:test';
import {execa} from 'execa';
import {Failure} from '../../source/failure.js';
import {documentsOf} from '../../source/host/documents.js';
import {temporaryFolder} from '../helpers/sample.js';

const open = async (context: TestContext) => {
	const home = await temporaryFolder(context);
	return {home, save: documentsOf(home).save};
};
const once = {mayReplace: false};
const again = {mayReplace: true};

for (const [name, pathIn] of [
	['a whole path', (home: string) => join(home, 'message.txt')],
	['a path from home', () => '~/message.txt'],
	['a name alone', () => 'message.txt'],
] as const) {
	test(`${name} is a new file for its owner only`, async context => {
		const {home, save} = await open(context);
		const path = join(home, 'message.txt');
		assert.deepEqual(await save(pathIn(home), 'text\n', once), {path, isSaved: true});
		assert.equal(await readFile(path, 'utf8'), 'text\n');
		const {mode} = await lstat(path);
		assert.equal(mode & 0o777, 0o600);
		assert.deepEqual(await readdir(home), ['message.txt']);
	});
}

test('a file that is there stays as it is unless it may be replaced', async context => {
	const {home, save} = await open(context);
	const path = join(home, 'message.txt');
	await writeFile(path, 'old\n');
	await chmod(path, 0o644);
	assert.deepEqual(await save(path, 'new\n', once), {path, isSaved: false});
	assert.equal(await readFile(path, 'utf8'), 'old\n');
	assert.deepEqual(await save(path, 'new\n', again), {path, isSaved: true});
	assert.equal(await readFile(path, 'utf8'), 'new\n');
	const {mode} = await lstat(path);
	assert.equal(mode & 0o777, 0o600);
	assert.deepEqual(await readdir(home), ['message.txt']);
});

for (const [name, prepare, reason] of [
	['a folder', (path: string) => mkdir(path), /is a folder\. Name a file that is new\.$/],
	[
		'a link',
		(path: string) => symlink('/dev/null', path),
		/is a link or a device\. Name a file that is new\.$/,
	],
	[
		'a link that leads nowhere',
		(path: string) => symlink(`${path}.elsewhere`, path),
		/is a link or a device/,
	],
] as const) {
	for (const options of [once, again]) {
		test(`${name} is refused, replaced or not: ${options.mayReplace}`, async context => {
			const {home, save} = await open(context);
			const path = join(home, 'message.txt');
			await prepare(path);
			await assert.rejects(save(path, 'text\n', options), (error: unknown) => {
				assert.ok(error instanceof Failure);
				assert.match(error.message, reason);
				return true;
			});
			assert.deepEqual(await readdir(home), ['message.txt']);
		});
	}
}

test('a folder that is not there is named, and is not made', async context => {
	const {home, save} = await open(context);
	await assert.rejects(save('stick/message.txt', 'text\n', once), {
		name: 'Failure',
		code: 'file.failed',
		message: `"${home}/stick/message.txt" could not be written: there is no folder "${home}/stick".`,
	});
	assert.deepEqual(await readdir(home), []);
});

test('a disk that is full leaves nothing behind', {
	skip: process.getuid?.() === 0 ? false : 'needs root',
}, async context => {
	const {home} = await open(context);
	// A file system of one page, in a mount namespace of its own.
	const program = `
		import {documentsOf} from './source/host/documents.ts';
		import {readdir} from 'node:fs/promises';
		const {save} = documentsOf('${home}');
		console.log(await save('message.txt', 'x'.repeat(100_000), {mayReplace: false}).catch(error => error.message));
		console.log(JSON.stringify(await readdir('${home}')));
	`;
	const {stdout} = await execa('unshare', [
		...[
			'--mount',
			'sh',
			'-c',
			'mount -t tmpfs -o size=4k tmpfs "$1" && exec "$2" --import=tsx --input-type=module --eval "$3"',
		],
		...['sh', home, process.execPath, program],
	]);
	assert.match(stdout, /could not be written: the disk is full\.\n\[\]$/);
});
