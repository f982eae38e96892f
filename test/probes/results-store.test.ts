import assert from 'node:assert/strict';
import {mkdir, mkdtemp, readdir, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import type {ProbeRun} from '../../source/probes/probe-result.js';
import {resultsStore} from '../../source/probes/results-store.js';

let folder: string;
before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'results-store-'));
});
after(() => rm(folder, {recursive: true}));

const run: ProbeRun = {
	schema: 1,
	startedAt: '2026-11-22T14:00:00.000Z',
	finishedAt: '2026-11-22T14:00:03.500Z',
	results: [],
	counts: {pass: 0, warn: 0, fail: 0, skipped: 0, unprovable: 0},
};

test('without a run there are no results', async () => {
	assert.equal(await resultsStore(join(folder, 'nowhere')).read(), undefined);
});

test('the last run is kept, for its owner only, and nothing else is left', async () => {
	const place = join(folder, 'var/lib/analytics-setup');
	const store = resultsStore(place);
	await store.save({...run, startedAt: 'earlier'});
	await store.save(run);
	assert.deepEqual(await store.read(), run);
	assert.deepEqual(await readdir(place), ['results.json']);
	const {mode} = await stat(join(place, 'results.json'));
	assert.equal(mode & 0o777, 0o600);
});

for (const text of [
	'',
	'{"schema":1,"results":[',
	'\0\0\0\0',
	'null',
	'[]',
	'{}',
	'{"schema":1}',
	'{"schema":2,"results":[],"counts":{}}',
]) {
	test(`a results file with ${JSON.stringify(text)} counts as none`, async () => {
		await writeFile(join(folder, 'results.json'), text);
		assert.equal(await resultsStore(folder).read(), undefined);
	});
}

test('a results file that cannot be read counts as none', async () => {
	await mkdir(join(folder, 'unreadable/results.json'), {recursive: true});
	assert.equal(await resultsStore(join(folder, 'unreadable')).read(), undefined);
});
