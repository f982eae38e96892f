import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {type TestContext, test} from 'node:test';
import {reportText, resultsWith} from '../comparison/sample-reports.js';
import {temporaryFolder} from '../helpers/sample.js';
import {faultOf} from '../reports/sample-faults.js';

const [one, live] = ['test.college.example', 'live.college.example'];
const files = {
	'test.json': reportText(one),
	'live.json': reportText(live, {
		results: resultsWith(
			faultOf('tcp.timeout', {id: 'sql-tcp', destination: 'db.college.example'}),
		),
	}),
};

/** A folder with these reports, and the built program in it. */
async function openFolder(context: TestContext) {
	const cwd = await temporaryFolder(context);
	const write = (name: string, content: string | Uint8Array) =>
		writeFile(join(cwd, name), content);
	await Promise.all(Object.entries(files).map(([name, text]) => write(name, text)));
	const program = join(process.cwd(), 'dist/cli.js');
	const compareIn = (LC_ALL: string | undefined, ...arguments_: readonly string[]) =>
		new Promise<{exitCode: unknown; stdout: string; stderr: string}>(resolve => {
			execFile(
				process.execPath,
				[program, 'compare', ...arguments_],
				{cwd, env: {...process.env, LC_ALL}},
				(error, stdout, stderr) => resolve({exitCode: error?.code ?? 0, stdout, stderr}),
			);
		});
	return {
		cwd,
		write,
		compareIn,
		compare: (...arguments_: readonly string[]) =>
			compareIn(process.env.LC_ALL, ...arguments_),
	};
}

test('compare tells which row works on one server only, and exits with 0', async context => {
	const {compare} = await openFolder(context);
	const {exitCode, stdout, stderr} = await compare('test.json', 'live.json');
	assert.deepEqual([exitCode, stderr], [0, '']);
	assert.match(
		stdout.replaceAll(/\s+/g, ' '),
		/ 1 of \d+ rows differs: - sql-tcp, 1433 TCP: proven on test\.college\.example; fails \(tcp\.timeout\), for the network team, on live\.college\.example /,
	);
});

for (const [what, arguments_] of [
	['--json', ['--json']],
	['--format json', ['--format', 'json']],
] as const) {
	test(`${what} gives the same as JSON`, async context => {
		const {compare} = await openFolder(context);
		const {exitCode, stdout} = await compare('test.json', 'live.json', ...arguments_);
		assert.equal(exitCode, 0);
		const {schema, unread, rows} = JSON.parse(stdout);
		assert.deepEqual([schema, unread], [1, []]);
		assert.deepEqual(
			rows
				.filter(({differs}: {readonly differs: boolean}) => differs)
				.map(({id}: {readonly id: string}) => id),
			['sql-tcp'],
		);
	});
}

test('files that cannot be read are named, the others compared, and the exit code is 2', async context => {
	const {compare, write} = await openFolder(context);
	await write('half.json', files['live.json'].slice(0, 500));
	await write('wide.json', Buffer.from(`\uFEFF${files['live.json']}`, 'utf16le'));
	await write('huge.json', new Uint8Array(32 * 1024 * 1024 + 1));
	const {exitCode, stdout, stderr} = await compare(
		...[
			'test.json',
			'half.json',
			'huge.json',
			'live.json',
			'wide.json',
			'gone.json',
			'.',
		],
	);
	assert.equal(exitCode, 2);
	assert.deepEqual(stderr.trimEnd().split('\n'), [
		'"half.json" is not compared. It is no report that "analytics-setup report --json" has written.',
		'"huge.json" is not compared. This file is larger than 32 MiB.',
		'"wide.json" is not compared. This is UTF-16, and no UTF-8 text: save it as UTF-8.',
		'"gone.json" is not compared. There is no such file.',
		'"." is not compared. This is a folder.',
	]);
	assert.match(stdout, /^1 of \d+ rows differs:$/m);
	assert.match(
		stdout,
		/^Files that are not compared\n-+\n\nhalf\.json {2}It is no report that/m,
	);
});

for (const [what, arguments_] of [
	['one file', ['test.json']],
	['the same file twice', ['test.json', 'test.json']],
	['one report beside what is none', ['test.json', 'gone.json']],
] as const) {
	test(`${what} is nothing to compare`, async context => {
		const {compare} = await openFolder(context);
		const {exitCode, stdout, stderr} = await compare(...arguments_);
		assert.deepEqual([exitCode, stdout], [2, '']);
		assert.match(stderr, /There are no two reports to compare\.\nName the files of two/);
	});
}

test('no file at all is refused with a sentence', async context => {
	const {compare} = await openFolder(context);
	const {exitCode, stderr} = await compare();
	assert.equal(exitCode, 2);
	assert.match(stderr, /Missing required argument 'file'/);
});

test('yesterday and today of one server are compared by their files', async context => {
	const {compare, write} = await openFolder(context);
	await write('yesterday.json', files['live.json'].replaceAll('"fails"', '"proven"'));
	const {stdout} = await compare('yesterday.json', 'live.json');
	assert.match(
		stdout,
		/live\.college\.example \(yesterday\.json\), live\.college\.example \(live\.json\)/,
	);
});

test('a report for one team is compared in its rows, and it is told that there are no others', async context => {
	const {compare, write} = await openFolder(context);
	await write('dba.json', reportText('dba.college.example', {audience: 'dba'}));
	const {exitCode, stdout} = await compare('test.json', 'dba.json');
	assert.equal(exitCode, 0);
	assert.match(
		stdout,
		/^The report of dba\.college\.example has only the rows for the team "dba"\.$/m,
	);
	assert.doesNotMatch(stdout, /not in the report/);
});

test('--output writes a page that only its owner can read', async context => {
	const {compare, cwd} = await openFolder(context);
	const arguments_ = ['test.json', 'live.json', '--output', 'pair.html'];
	const {exitCode, stdout, stderr} = await compare(...arguments_);
	assert.deepEqual([exitCode, stdout], [0, '']);
	assert.match(stderr, /^Written to .*\/pair\.html$/m);
	assert.match(await readFile(join(cwd, 'pair.html'), 'utf8'), /^<!doctype html>/);
	const {mode} = await stat(join(cwd, 'pair.html'));
	assert.equal(mode & 0o777, 0o600);
	const again = await compare(...arguments_);
	assert.equal(again.exitCode, 2);
	assert.match(again.stderr, /is there already\.\n.*--force/);
});

// In Swedish, Z comes before Ä.
for (const locale of ['C.UTF-8', 'sv_SE.UTF-8']) {
	test(`reports are in the order in which people count, with ${locale} too`, async context => {
		const {compareIn, write} = await openFolder(context);
		const names = ['a2', 'a10', 'ä20', 'a30', 'z1'].map(
			name => `${name}.college.example`,
		);
		const paths = names.map(name => `${name}.json`);
		await Promise.all(names.map(name => write(`${name}.json`, reportText(name))));
		const {stdout} = await compareIn(locale, ...paths.toReversed(), '--json');
		const {servers} = JSON.parse(stdout);
		assert.deepEqual(
			servers.map(({file}: {readonly file: string}) => file),
			paths,
		);
	});
}

test('words of a report reach a terminal without its escapes', async context => {
	const {compare, write} = await openFolder(context);
	await write(
		'evil.json',
		files['live.json'].replaceAll('live.college.example', '\\u001b]0;mine\\u0007evil'),
	);
	const {stdout} = await compare('test.json', 'evil.json');
	assert.match(stdout, /evil/);
	assert.ok(!stdout.includes('\u001b'));
});
