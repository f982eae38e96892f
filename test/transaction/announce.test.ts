import assert from 'node:assert/strict';
import {mkdir, readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {Failure} from '../../source/failure.js';
import type {RunCommand} from '../../source/host/command.js';
import {announce, withdrawNotice} from '../../source/transaction/announce.js';
import {temporaryFolder} from '../helpers/sample.js';

// What a usual server has; modes are told as they are with it.
process.umask(0o022);

const text = 'analytics-setup: The old rules are back.';

test('it is said on every terminal, and to everybody who logs in until it is withdrawn', async context => {
	const root = await temporaryFolder(context);
	const asked: string[] = [];
	const run: RunCommand = async (file, arguments_) => {
		asked.push([file, ...arguments_].join(' '));
		return {stdout: '', stderr: ''};
	};
	await announce('The old rules are back.', root, run);
	assert.deepEqual(asked, [`wall ${text}`]);
	const notice = join(root, 'run/motd.d/analytics-setup');
	assert.equal(await readFile(notice, 'utf8'), `${text}\n`);
	assert.equal((await stat(notice)).mode & 0o777, 0o644);
	await withdrawNotice(root);
	await assert.rejects(stat(notice), /ENOENT/);
	await withdrawNotice(root);
});

test('neither a missing wall nor a missing folder fails the work', async context => {
	const root = await temporaryFolder(context);
	await mkdir(join(root, 'run'));
	await writeFile(join(root, 'run/motd.d'), '');
	const run: RunCommand = async file => {
		throw new Failure('command.failed', `"${file}" is not installed`);
	};
	await announce('The old rules are back.', root, run);
});
