import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {
	appendFile,
	mkdir,
	mkdtemp,
	open,
	rm,
	stat,
	symlink,
	truncate,
	writeFile,
} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, suite, test} from 'node:test';
import {readFileBytes, readWhole, textFiles} from '../../source/host/text-files.js';

let folder: string;
const {HOME} = process.env;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'analytics-setup-'));
	process.env.HOME = folder;
});
afterEach(async () => {
	process.env.HOME = HOME;
	await rm(folder, {recursive: true});
});

const path = (name: string) => `${folder}/${name}`;
const read = async (content: string | Uint8Array) => {
	await writeFile(path('list'), content);
	return textFiles.read(path('list'));
};

suite('a file that somebody names', () => {
	for (const [what, content, text] of [
		['nothing', '', ''],
		['UTF-8', 'Universität 10.0.0.0/8\r\n', 'Universität 10.0.0.0/8\r\n'],
		['a byte order mark', '\uFEFF10.0.0.0/8', '10.0.0.0/8'],
		['control characters', 'a\u001B[2J', 'a\u001B[2J'],
	] as const) {
		test(`is read with ${what} in it`, async () => {
			assert.equal(await read(content), text);
		});
	}

	test('is read up to 1 MiB, and not beyond', async () => {
		assert.equal((await read('x'.repeat(1024 * 1024))).length, 1024 * 1024);
		await assert.rejects(read('x'.repeat(1024 * 1024 + 1)), {
			code: 'file.failed',
			message: 'This file is larger than 1 MiB.',
		});
	});

	test('is not read when it pretends to be endless', async () => {
		await writeFile(path('list'), '');
		await truncate(path('list'), 2 ** 40);
		await assert.rejects(textFiles.read(path('list')), /larger than 1 MiB/);
	});

	for (const [what, content, message] of [
		['another encoding', Uint8Array.of(0xe4, 0x20), /no UTF-8 text: save it as/],
		['UTF-16', Uint8Array.of(0xff, 0xfe, 0x31, 0), /no UTF-8 text/],
		['zeros', 'a\0b', /no text/],
	] as const) {
		test(`is refused with ${what} in it`, async () => {
			await assert.rejects(read(content), {code: 'file.failed', message});
		});
	}

	test('is refused when it is not there, a folder, or a pipe that nobody writes into', async () => {
		await mkdir(path('folder'));
		execFileSync('mkfifo', [path('pipe')]);
		for (const [name, message] of [
			['missing', /no such file/],
			['folder', /a folder/],
			['pipe', /a device or a pipe/],
			['missing/list', /no such file/],
		] as const) {
			await assert.rejects(textFiles.read(path(name)), {code: 'file.failed', message});
		}

		await assert.rejects(textFiles.read('/dev/zero'), {message: /a device or a pipe/});
	});

	test('may be a link, and may be at home', async () => {
		await writeFile(path('list'), 'x');
		await symlink('list', path('link'));
		assert.equal(await textFiles.read(path('link')), 'x');
		assert.equal(await textFiles.read('~/list'), 'x');
	});

	test('is read to its end where its size is not told', async () => {
		assert.match(await textFiles.read('/proc/self/status'), /^Name:/);
	});
});

suite('a file whose size is not known before', () => {
	// Twice the room that is made for it at first, and more.
	const long = 'x'.repeat(150_000);

	test('is read whole where it is longer than the kernel tells', async () => {
		// For as long as its input is open.
		const cat = spawn('cat', [...'-'.repeat(75_000)], {
			stdio: ['pipe', 'ignore', 'ignore'],
		});
		const bytes = await readFileBytes(`/proc/${cat.pid}/cmdline`, 1);
		cat.stdin.end();
		await once(cat, 'exit');
		assert.equal(Buffer.from(bytes).toString(), `cat\0${'-\0'.repeat(75_000)}`);
	});

	/** A file that grows as soon as somebody knows its size. */
	const openGrowing = async (before: string, more: string) => {
		await writeFile(path('list'), before);
		const file = await open(path('list'));
		return Object.assign(file, {
			stat: async () => {
				const found = await stat(path('list'));
				await appendFile(path('list'), more);
				return found;
			},
		});
	};

	test('is read with what is written behind it meanwhile', async () => {
		await using file = await openGrowing('10.0.0.0/8\n', long);
		const bytes = await readWhole(file, 1);
		assert.equal(Buffer.from(bytes).toString(), `10.0.0.0/8\n${long}`);
	});

	test('is not read where it becomes too large meanwhile', async () => {
		await using file = await openGrowing('10.0.0.0/8\n', 'x'.repeat(1024 * 1024));
		await assert.rejects(readWhole(file, 1), /larger than 1 MiB/);
	});
});

suite('paths are completed', () => {
	beforeEach(async () => {
		await mkdir(path('networks'));
		await Promise.all(
			['net.csv', 'net.txt', '.hidden'].map(name => writeFile(path(name), '')),
		);
	});

	for (const [begun, found] of [
		['net', ['net.csv', 'net.txt', 'networks/']],
		['net.c', ['net.csv']],
		['', ['net.csv', 'net.txt', 'networks/']],
		['.h', ['.hidden']],
		['x', []],
		['missing/x', []],
	] as const) {
		test(`"${begun}" to ${found.length} of them`, async () => {
			assert.deepEqual(await textFiles.complete(path(begun)), found.map(path));
			assert.deepEqual(
				await textFiles.complete(`~/${begun}`),
				found.map(name => `~/${name}`),
			);
		});
	}
});
