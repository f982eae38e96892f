import assert from 'node:assert/strict';
import {mkdir, readdir, readFile, stat, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {Failure} from '../../source/failure.js';
import {codeOf} from '../../source/host/file-errors.js';
import {readFileIfThere, writeFileWhole} from '../../source/host/files.js';
import {temporaryFolder} from '../helpers/sample.js';

// What a usual server has; modes are told as they are with it.
process.umask(0o022);

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

/** A sentence for a person: the file by name, and why. */
function isFailure(words: RegExp) {
	return (error: unknown) => {
		assert.ok(error instanceof Failure, String(error));
		assert.equal(error.code, 'file.failed');
		assert.match(error.message, words);
		assert.ok(error.cause instanceof Error);
		return true;
	};
}

test('a file is written into folders that are made for it, for us alone', async context => {
	const folder = await temporaryFolder(context);
	const path = join(folder, 'var/lib/analytics-setup/draft.json');
	await writeFileWhole(path, 'text');
	assert.equal(await readFile(path, 'utf8'), 'text');
	assert.equal(await modeOf(path), '600');
	assert.equal(await modeOf(join(folder, 'var/lib/analytics-setup')), '700');
	// The folders above are not ours.
	assert.equal(await modeOf(join(folder, 'var/lib')), '755');
});

test('a file for everybody is made so, with its folder', async context => {
	const folder = await temporaryFolder(context);
	const path = join(folder, 'system/unit.service');
	await writeFileWhole(path, 'text', {mode: 0o644, folderMode: 0o755});
	assert.equal(await modeOf(path), '644');
	assert.equal(await modeOf(join(folder, 'system')), '755');
});

test('what was there is replaced, with the mode that is asked for now', async context => {
	const folder = await temporaryFolder(context);
	const path = join(folder, 'file');
	await writeFile(path, 'old and longer', {mode: 0o644});
	await writeFileWhole(path, 'new');
	assert.equal(await readFile(path, 'utf8'), 'new');
	assert.equal(await modeOf(path), '600');
	assert.deepEqual(await readdir(folder), ['file']);
});

test('the mode of a folder that is there already stays', async context => {
	const folder = await temporaryFolder(context);
	await mkdir(join(folder, 'shared'), {mode: 0o755});
	await writeFileWhole(join(folder, 'shared/file'), 'text');
	assert.equal(await modeOf(join(folder, 'shared')), '755');
});

test('a reader never meets half a file', async context => {
	const path = join(await temporaryFolder(context), 'file');
	const contents = ['a', 'b'].map(letter => letter.repeat(2_000_000));
	await writeFileWhole(path, 'a'.repeat(2_000_000));
	const writing = Promise.all(contents.map(content => writeFileWhole(path, content)));
	const seen = await Promise.all(Array.from({length: 20}, () => readFile(path, 'utf8')));
	await writing;
	assert.ok(seen.every(text => contents.includes(text)));
});

test('when the write fails the old content stays, and nothing is left over', async context => {
	const folder = await temporaryFolder(context);
	// Long enough that a name made from it is too long.
	const path = join(folder, 'x'.repeat(250));
	await writeFile(path, 'old');
	await assert.rejects(writeFileWhole(path, 'new'), isFailure(/could not be written/));
	assert.equal(await readFile(path, 'utf8'), 'old');
	assert.equal((await readdir(folder)).length, 1);
});

test('a folder in the place of the file is told, and nothing is left over', async context => {
	const folder = await temporaryFolder(context);
	await mkdir(join(folder, 'config.json'));
	await assert.rejects(
		writeFileWhole(join(folder, 'config.json'), 'text'),
		isFailure(/^"[^"]+config\.json" could not be written: it is a folder\.$/),
	);
	assert.deepEqual(await readdir(folder), ['config.json']);
});

test('a file in the place of the folder is told', async context => {
	const folder = await temporaryFolder(context);
	await writeFile(join(folder, 'etc'), 'mine');
	for (const path of ['etc/config.json', 'etc/analytics-setup/config.json']) {
		await assert.rejects(writeFileWhole(join(folder, path), 'text'), {
			name: 'Failure',
			message: /could not be written|cannot be trusted: it is not a folder/,
		});
	}

	assert.equal(await readFile(join(folder, 'etc'), 'utf8'), 'mine');
});

test('a file that is there is read, and one that is not is nothing', async context => {
	const folder = await temporaryFolder(context);
	await writeFile(join(folder, 'file'), 'bücher\n');
	await writeFile(join(folder, 'empty'), '');
	assert.equal(await readFileIfThere(join(folder, 'file')), 'bücher\n');
	assert.equal(await readFileIfThere(join(folder, 'empty')), '');
	assert.equal(await readFileIfThere(join(folder, 'none')), undefined);
	assert.equal(await readFileIfThere(join(folder, 'no/folder')), undefined);
});

test('a file that cannot be read is not called missing', async context => {
	const folder = await temporaryFolder(context);
	await symlink('loop', join(folder, 'loop'));
	await writeFile(join(folder, 'file'), '');
	await assert.rejects(
		readFileIfThere(folder),
		isFailure(/could not be read: it is a folder\.$/),
	);
	await assert.rejects(
		readFileIfThere(join(folder, 'loop')),
		isFailure(/could not be read/),
	);
	await assert.rejects(
		readFileIfThere(join(folder, 'file/x')),
		isFailure(/could not be read/),
	);
});

for (const [name, error, code] of [
	['a Node.js error', Object.assign(new Error('x'), {code: 'ENOENT'}), 'ENOENT'],
	['another error', new Error('x'), undefined],
	['no error at all', {code: 'ENOENT'}, undefined],
] as const) {
	test(`the code of ${name} is ${code}`, () => {
		assert.equal(codeOf(error), code);
	});
}
