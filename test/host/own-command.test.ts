import assert from 'node:assert/strict';
import {symlink, writeFile} from 'node:fs/promises';
import {isAbsolute, join} from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {execa} from 'execa';
import {ownCommand} from '../../source/host/own-command.js';
import {temporaryFolder} from '../helpers/sample.js';

test('this program is started by whole paths, wherever it is started from', () => {
	const [file, script = ''] = ownCommand();
	assert.equal(file, process.execPath);
	assert.ok(isAbsolute(script));
});

test('a link such as npm makes is followed: it may be gone when the guard starts', async context => {
	const folder = await temporaryFolder(context);
	const script = join(folder, 'real.mjs');
	const source = new URL('../../source/host/own-command.ts', import.meta.url);
	await writeFile(
		script,
		`import {ownCommand} from ${JSON.stringify(source.href)}; console.log(JSON.stringify(ownCommand()));`,
	);
	await symlink('real.mjs', join(folder, 'link.mjs'));
	const {stdout} = await execa(
		process.execPath,
		['--import=tsx', join(folder, 'link.mjs')],
		{
			timeout: 20_000,
		},
	);
	assert.deepEqual(JSON.parse(stdout), [process.execPath, script]);
});
