import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import process from 'node:process';
import {after, before, test} from 'node:test';
import {execa} from 'execa';

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
