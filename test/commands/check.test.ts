import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {type TestContext, test} from 'node:test';
import {temporaryFolder} from '../helpers/sample.js';

const example = 'assets/answers.example.yaml';

/** The built program with these arguments, in a folder with these files. */
async function run(
	context: TestContext,
	files: Readonly<Record<string, string>>,
	...arguments_: readonly string[]
) {
	const cwd = await temporaryFolder(context);
	await Promise.all(
		Object.entries(files).map(([name, text]) => writeFile(join(cwd, name), text)),
	);
	const program = join(process.cwd(), 'dist/cli.js');
	return new Promise<{exitCode: unknown; stdout: string; stderr: string}>(resolve => {
		execFile(process.execPath, [program, ...arguments_], {cwd}, (error, stdout, stderr) =>
			resolve({exitCode: error?.code ?? 0, stdout, stderr}),
		);
	});
}

const yaml = await readFile(example, 'utf8');
const faulty = yaml
	.replace('10.20.0.0/16', '10.20.0.0/33')
	.replace('port: 587', 'port: 587, password: s3cret');

test('check tells each fault in a line that editors can follow, and exits with 2', async context => {
	const {exitCode, stdout} = await run(
		context,
		{'site.yaml': faulty},
		'check',
		'site.yaml',
	);
	assert.equal(exitCode, 2);
	const lines = stdout.trim().split('\n');
	assert.equal(lines[0], 'site.yaml has 2 faults:');
	assert.match(
		lines[1] ?? '',
		/^site\.yaml:5: viewers\.subnets\[0\] = "10\.20\.0\.0\/33": .*at most \/32\.$/,
	);
	assert.doesNotMatch(stdout, /s3cret/);
	assert.match(lines[2] ?? '', /^site\.yaml:9: smtp\.password = "…": A secret must not/);
});

test('check gives the same as JSON', async context => {
	const {exitCode, stdout} = await run(
		context,
		{'site.yaml': faulty},
		...['check', 'site.yaml', '--json'],
	);
	assert.equal(exitCode, 2);
	const {faults, ...rest} = JSON.parse(stdout);
	assert.deepEqual(rest, {schema: 1, valid: false, warnings: []});
	assert.partialDeepStrictEqual(faults, [
		{path: 'viewers.subnets[0]', value: '10.20.0.0/33', file: 'site.yaml', line: 5},
		{path: 'smtp.password', value: '…', file: 'site.yaml', line: 9},
	]);
	assert.deepEqual(Object.keys(faults[0]), [
		...['path', 'value', 'reason', 'file', 'line', 'column'],
	]);
	assert.doesNotMatch(stdout, /s3cret/);
});

test('check takes a text that cannot be read for a fault too, with its line', async context => {
	const {exitCode, stdout} = await run(
		context,
		{'site.yaml': 'version: 1\n\tsql: {}\n'},
		...['check', 'site.yaml', '--json'],
	);
	assert.equal(exitCode, 2);
	const {faults} = JSON.parse(stdout);
	assert.deepEqual([faults[0].path, faults[0].value, faults[0].line], ['', null, 2]);
});

test('check takes several files for one, and tells a warning by its file', async context => {
	const files = {
		'base.yaml': yaml.replace(/^server: .*$/m, ''),
		'host.yaml': 'server: {hostname: a1.uni.edu}\ntime: {servers: []}\n',
	};
	const alone = await run(context, files, 'check', 'base.yaml');
	assert.equal(alone.exitCode, 2);
	assert.match(alone.stdout, /^base\.yaml:3: server: This setting is missing\.$/m);
	const {exitCode, stdout} = await run(context, files, 'check', 'base.yaml', 'host.yaml');
	assert.equal(exitCode, 0);
	assert.match(
		stdout,
		/^base\.yaml and host\.yaml together are valid\.\n.*\nhost\.yaml:2: time\.servers: No time server/,
	);
});

test('--answers may be given more than once, and all files are named', async context => {
	const files = {'base.yaml': yaml, 'host.yaml': 'sql: {port: 0}\n'};
	const {exitCode, stdout, stderr} = await run(
		context,
		files,
		...['plan', '--root', 'root', '--answers', 'base.yaml', '--answers', 'host.yaml'],
	);
	assert.deepEqual([exitCode, stdout], [2, '']);
	assert.match(
		stderr,
		/^base\.yaml and host\.yaml together have a fault:\nhost\.yaml:1: sql\.port = 0: /,
	);
});

test('the later of two --answers counts', async context => {
	const files = {
		'base.yaml': yaml,
		'host.yaml': 'viewers: {subnets: [10.99.0.0/16]}\nsql: {host: 10.60.0.11}\n',
	};
	const {stdout} = await run(
		context,
		files,
		...['explain', '--from', '10.99.0.1', '--port', '9999/tcp', '--root', 'root'],
		...['--answers', 'base.yaml', '--answers', 'host.yaml', '--json'],
	);
	assert.equal(JSON.parse(stdout).verdict, 'accept');
});

test('schema shows the JSON Schema that is shipped', async context => {
	const {exitCode, stdout} = await run(context, {}, 'schema');
	assert.equal(exitCode, 0);
	assert.equal(stdout, await readFile('assets/answers.schema.json', 'utf8'));
});
