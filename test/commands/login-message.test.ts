import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {execa} from 'execa';
import {temporaryFolder} from '../helpers/sample.js';

test('below another root every login there is told that rules are only files', async context => {
	const root = await temporaryFolder(context);
	await execa(process.execPath, [
		...['dist/cli.js', 'apply', '--no-confirm', '--backend', 'files', '--root', root],
		...['--answers', 'assets/answers.example.yaml'],
	]);
	const message = await readFile(join(root, 'run/motd.d/analytics-setup'), 'utf8');
	assert.match(message, /^analytics\.uni\.edu: AppsAnywhere Analytics\.$/m);
	assert.match(message, /^Its firewall rules are only written to files\.$/m);
});

test('before the set-up, the boot unit says that nothing is set up', async context => {
	const root = await temporaryFolder(context);
	const recover = ['dist/cli.js', 'recover', '--root', root];
	const {exitCode, stderr} = await execa(process.execPath, recover);
	assert.deepEqual([exitCode, stderr], [0, '']);
	const message = await readFile(join(root, 'run/motd.d/analytics-setup'), 'utf8');
	assert.equal(message, await readFile('assets/motd/analytics-setup', 'utf8'));
});
