import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {chmod, mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, suite, test} from 'node:test';
import {publicTextFiles} from '../../source/host/public-text-files.js';

// Each of these can be read by root, who runs the program.
const skip = process.getuid?.() === 0 ? false : 'needs root';
const onlyLoggedIn = {
	code: 'file.failed',
	message: 'It can be read only after logging in.',
};

let folder: string;
const path = (name: string) => join(folder, name);
const {read, complete} = publicTextFiles;

beforeEach(async () => {
	folder = await mkdtemp('/tmp/analytics-setup-');
	await chmod(folder, 0o755);
	await writeFile(path('list'), '10.20.0.0/16\n', {mode: 0o644});
	await writeFile(path('secret'), 'hash\n', {mode: 0o640});
	await mkdir(path('closed'), {mode: 0o700});
	await writeFile(path('closed/list'), 'hash\n', {mode: 0o644});
});
afterEach(() => rm(folder, {recursive: true}));

suite('before anybody has logged in', {skip}, () => {
	test('a file that anybody may read is read', async () => {
		assert.equal(await read(path('list')), '10.20.0.0/16\n');
	});

	for (const [what, name] of [
		['a file that others may not read', 'secret'],
		['a file in a folder that others may not enter', 'closed/list'],
		['what may or may not be in such a folder', 'closed/nothing'],
	] as const) {
		test(`${what} is not`, async () => {
			await assert.rejects(read(path(name)), onlyLoggedIn);
		});
	}

	for (const [what, target] of [
		['a link to a secret', 'secret'],
		['a link into a closed folder', 'closed/list'],
		['a link to a closed folder', 'closed'],
	] as const) {
		test(`${what} leads nowhere`, async () => {
			await symlink(path(target), path('link'));
			await assert.rejects(read(path('link')), onlyLoggedIn);
		});
	}

	for (const file of [
		'/etc/shadow',
		'/proc/self/environ',
		'/proc/1/maps',
		'/proc/self/status',
		'/sys/kernel/notes',
		'/dev/kmsg',
	]) {
		test(`${file} is not read`, async () => {
			await assert.rejects(read(file), {code: 'file.failed'});
		});
	}

	test('a pipe is not waited for', async () => {
		execFileSync('mkfifo', ['--mode=0666', path('pipe')]);
		await assert.rejects(read(path('pipe')), {
			message: 'This is a device or a pipe, not a file.',
		});
	});

	test('a file that is missing in an open folder is said to be', async () => {
		await assert.rejects(read(path('nothing')), {message: 'There is no such file.'});
	});

	test('names are completed in folders that anybody may list', async () => {
		assert.deepEqual(await complete(path('l')), [path('list')]);
		assert.deepEqual(await complete(`${path('closed')}/`), []);
		await chmod(path('closed'), 0o711);
		assert.deepEqual(await complete(`${path('closed')}/`), []);
		assert.deepEqual(await complete(path('nothing/')), []);
	});
});
