import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import process from 'node:process';
import {after, before, suite, test} from 'node:test';
import {execa} from 'execa';
import {answersPath, furnishAppliance} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {campusSkip} from '../campus/need.js';

type Metafile = {
	readonly outputs: Readonly<
		Record<string, {readonly inputs: Readonly<Record<string, unknown>>}>
	>;
};
type WatchedRun = {
	readonly loaded: readonly string[];
	readonly programs: readonly string[];
};

const {outputs} = JSON.parse(await readFile('dist/meta.json', 'utf8')) as Metafile;
const packages = new Map(
	Object.entries(outputs).map(([path, {inputs}]) => [
		basename(path),
		Object.keys(inputs).flatMap(input => /node_modules\/([^/]+)/.exec(input)?.[1] ?? []),
	]),
);

let folder: string;
before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'analytics-setup-'));
});
after(() => rm(folder, {recursive: true}));

/** What a command loads and starts until its end, on a server that was never set up. */
async function watch(...words: readonly string[]) {
	const path = join(folder, 'run.json');
	await execa(
		process.execPath,
		[
			...['--import=./test/commands/watched-run.mjs', 'dist/cli.js'],
			...[...words, '--root', join(folder, 'root')],
		],
		{env: {WATCHED_RUN: path}},
	);
	const {loaded, programs} = JSON.parse(await readFile(path, 'utf8')) as WatchedRun;
	const all = loaded.flatMap(file => packages.get(basename(file)) ?? []);
	return {packages: new Set(all), programs};
}

for (const words of [['--version'], ['status', '--json']]) {
	test(`${words.join(' ')} loads commander only, and starts no program`, async () => {
		const run = await watch(...words);
		assert.deepEqual([...run.packages], ['commander']);
		assert.deepEqual(run.programs, []);
	});
}

test('plan asks one program, and loads neither Ink nor what probes', async () => {
	const run = await watch('plan', '--answers', 'assets/answers.example.yaml');
	assert.deepEqual(run.programs, ['ip -json address show']);
	for (const name of ['commander', 'yaml', 'zod', 'execa']) {
		assert.ok(run.packages.has(name), name);
	}

	for (const name of ['ink', 'react', 'conf', 'dns-packet', 'p-limit', 'diff']) {
		assert.ok(!run.packages.has(name), name);
	}
});

// Each of these reads a whole table, which takes half a second where it is large.
suite('where rules are in effect', {skip: campusSkip()}, () => {
	let campus: Campus;
	before(async () => {
		campus = await openCampus();
		await furnishAppliance(campus);
		const {exitCode, stderr} = await run(
			'apply',
			'--no-confirm',
			'--answers',
			answersPath,
		);
		assert.equal(exitCode, 0, stderr);
	});
	after(() => campus.close());

	const record = '/run/watched-run.json';
	const run = (...words: readonly string[]) =>
		campus.hosts.appliance.run(
			process.execPath,
			['--import=./test/commands/watched-run.mjs', 'dist/cli.js', ...words],
			{env: {WATCHED_RUN: record}},
		);

	const outline = ['ip -json address show', 'nft -j -t list ruleset'];
	const neighbours = 'nft -j -n -t list ruleset';
	const table = 'nft -j -n list table inet analytics_setup';

	for (const [words, wanted] of [
		[
			['status', '--json'],
			[...outline, neighbours, table, table],
		],
		[
			['plan', '--json'],
			[...outline, neighbours, table],
		],
		[
			['explain', '--from', '10.20.0.1', '--port', '9999/tcp'],
			[...outline, table],
		],
	] as const) {
		test(`${words[0]} asks the kernel no more than it must`, async () => {
			const {exitCode, stderr} = await run(...words);
			assert.equal(exitCode, 0, stderr);
			const {stdout} = await campus.hosts.appliance.run('cat', [record]);
			const {programs} = JSON.parse(stdout) as WatchedRun;
			assert.deepEqual(programs.toSorted(), wanted.toSorted());
		});
	}
});
