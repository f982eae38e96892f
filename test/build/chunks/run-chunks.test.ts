import assert from 'node:assert/strict';
import {cp, rm} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {execa} from 'execa';
import {temporaryFolder} from '../../helpers/sample.js';

test('the program works where nothing is kept of its chunks', async context => {
	const folder = await temporaryFolder(context);
	await cp('dist', folder, {recursive: true});
	await rm(join(folder, 'code-cache'), {recursive: true});
	const arguments_ = [join(folder, 'cli.js'), 'check', 'assets/answers.example.yaml'];
	const {stdout} = await execa(process.execPath, arguments_);
	assert.match(stdout, /is valid/);
});

for (const version of ['20.20.2', '22.14.0']) {
	test(`Node.js ${version} is told to be too old`, async () => {
		const code = `Object.defineProperty(process, 'versions', {value: {node: '${version}'}})`;
		const claims = `--import=data:text/javascript,${encodeURIComponent(code)}`;
		const {exitCode, stdout, stderr} = await execa(
			process.execPath,
			[claims, 'dist/cli.js', '--version'],
			{reject: false},
		);
		assert.equal(
			stderr,
			`analytics-setup needs Node.js 22.15 or newer; this is ${version}.`,
		);
		assert.equal(stdout, '');
		assert.equal(exitCode, 1);
	});
}
