import assert from 'node:assert/strict';
import {chmod, chown, mkdir, mkdtemp, readFile, rm, symlink} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, suite, test} from 'node:test';
import {publicDocuments} from '../../source/host/public-documents.js';

const skip = process.getuid?.() === 0 ? false : 'needs root';

let folder: string;
const path = (...parts: readonly string[]) => join(folder, ...parts);
const save = (name: string, {mayReplace = false, text = 'words'} = {}) =>
	publicDocuments.save(name, text, {mayReplace});

beforeEach(async () => {
	folder = await mkdtemp('/tmp/analytics-setup-');
	await chmod(folder, 0o755);
	await mkdir(path('open'));
	await chmod(path('open'), 0o1777);
	await mkdir(path('kept'));
});
afterEach(() => rm(folder, {recursive: true}));

suite('before anybody has logged in', {skip}, () => {
	test('a document is saved where anybody may write', async () => {
		const saved = await save(path('open/rules.html'));
		assert.deepEqual(saved, {path: path('open/rules.html'), isSaved: true});
		assert.equal(await readFile(path('open/rules.html'), 'utf8'), 'words');
	});

	test('a name alone is one in /var/tmp, which anybody may write to', () => {
		assert.equal(publicDocuments.home, '/var/tmp');
	});

	test('it is saved in no other folder', async () => {
		await assert.rejects(save(path('kept/rules.html')), {
			code: 'file.failed',
			message: /^Before anybody has logged in, nothing is saved in ".*kept"/,
		});
		await assert.rejects(save('/root/rules.html'), {code: 'file.failed'});
		await assert.rejects(save('/etc/cron.d/rules'), {code: 'file.failed'});
	});

	test('nor through a link from an open folder', async () => {
		await symlink(path('kept'), path('open/link'));
		await assert.rejects(save(path('open/link/rules.html')), {code: 'file.failed'});
	});

	test('nor in a folder of somebody who could put another in its place', async () => {
		await chown(path('open'), 1000, 1000);
		await assert.rejects(save(path('open/rules.html')), {code: 'file.failed'});
	});

	test('nor in an open folder that others cannot come to', async () => {
		await chmod(path(), 0o700);
		await assert.rejects(save(path('open/rules.html')), {code: 'file.failed'});
	});

	test('what is there is never replaced', async () => {
		await save(path('open/rules.html'));
		assert.equal((await save(path('open/rules.html'), {text: 'others'})).isSaved, false);
		await assert.rejects(
			save(path('open/rules.html'), {text: 'others', mayReplace: true}),
			{message: /is replaced only after logging in\. Name a file that is new\.$/},
		);
		assert.equal(await readFile(path('open/rules.html'), 'utf8'), 'words');
	});
});
