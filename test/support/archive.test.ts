import assert from 'node:assert/strict';
import {readdir, readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {execa} from 'execa';
import {archiveOf, folderName} from '../../source/support/archive.js';
import type {CollectedItem} from '../../source/support/collect-item.js';
import {temporaryFolder} from '../helpers/sample.js';

const hostile = '<script>alert(1)</script> \u001B[31m"\'=cmd|x\n\0';
const item = (name: string, text: string): CollectedItem => ({
	name,
	title: 'A file',
	text,
	note: hostile,
	milliseconds: 12,
	places: 2,
});
const about = {
	folder: 'evidence',
	hostname: hostile,
	moment: '2026-11-26T14:02:11.000Z',
	version: '1.2.3',
	isAnonymous: false,
	secrets: 1,
};
const items = [item('answers.json', '{}\n'), item('deep/er/ü.txt', hostile)];

test('tar unpacks one folder, with files for their owner only', async context => {
	const folder = await temporaryFolder(context);
	await writeFile(join(folder, 'a.tar.gz'), await archiveOf(items, about));
	await execa('tar', ['--extract', '--gzip', '--file=a.tar.gz'], {cwd: folder});
	assert.deepEqual((await readdir(folder)).toSorted(), ['a.tar.gz', 'evidence']);
	const paths = await readdir(join(folder, 'evidence'), {recursive: true});
	assert.deepEqual(paths.toSorted(), [
		...['answers.json', 'deep', 'deep/er', 'deep/er/ü.txt'],
		...['index.html', 'index.json'],
	]);
	for (const path of ['.', ...paths]) {
		const found = await stat(join(folder, 'evidence', path));
		assert.equal(found.mode & 0o777, found.isDirectory() ? 0o700 : 0o600, path);
		assert.ok(found.isDirectory() || found.mtime.toISOString() === about.moment, path);
	}

	const text = await readFile(join(folder, 'evidence/deep/er/ü.txt'), 'utf8');
	assert.equal(text, hostile);
});

test('the same evidence is the same archive', async () => {
	assert.deepEqual(await archiveOf(items, about), await archiveOf(items, about));
});

test('names that are longer than tar once knew come through', async context => {
	const folder = await temporaryFolder(context);
	const name = `${'long/'.repeat(30)}${'n'.repeat(120)}.txt`;
	const archive = await archiveOf([item(name, 'x')], about);
	await execa('tar', ['-xzf', '-'], {cwd: folder, input: archive});
	assert.equal(await readFile(join(folder, 'evidence', name), 'utf8'), 'x');
});

test('the index says what each file is, and what words from outside are is harmless', async context => {
	const folder = await temporaryFolder(context);
	await execa('tar', ['-xzf', '-'], {cwd: folder, input: await archiveOf(items, about)});
	const page = await readFile(join(folder, 'evidence/index.html'), 'utf8');
	assert.match(page, /answers\.json/);
	assert.match(page, /1 was replaced, in 4 places/);
	assert.ok(!page.includes('<script'));
	assert.ok(!page.includes('\u001B'));
	const index = JSON.parse(await readFile(join(folder, 'evidence/index.json'), 'utf8'));
	assert.deepEqual(index.secrets, {replaced: 1, places: 4});
	assert.deepEqual(index.items[0], {
		name: 'answers.json',
		title: 'A file',
		bytes: 3,
		milliseconds: 12,
		secretPlaces: 2,
		note: hostile,
	});
});

for (const [hostname, name] of [
	['analytics.uni.edu', 'analytics-setup-evidence-analytics.uni.edu-2026-11-26T1402'],
	['../../etc/x y', 'analytics-setup-evidence-..-..-etc-x-y-2026-11-26T1402'],
] as const) {
	test(`the archive of ${hostname} is ${name}`, () => {
		assert.equal(folderName(hostname, about.moment), name);
	});
}
