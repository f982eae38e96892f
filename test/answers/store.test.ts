import assert from 'node:assert/strict';
import {mkdir, readdir, readFile, stat, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import process from 'node:process';
import {type TestContext, test} from 'node:test';
import {answersStore} from '../../source/answers/store.js';
import {Failure} from '../../source/failure.js';
import {sampleAnswers, sampleInput, temporaryFolder} from '../helpers/sample.js';

async function openStore(context: TestContext) {
	const folder = join(await temporaryFolder(context), 'etc/analytics-setup');
	return {folder, store: answersStore(folder)};
}

async function openDamaged(context: TestContext, content: string) {
	const {folder, store} = await openStore(context);
	await mkdir(folder, {recursive: true});
	await writeFile(store.path, content);
	return {folder, store};
}

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

test('a server that was never set up has no answers, and reading makes no file', async context => {
	const {folder, store} = await openStore(context);
	assert.equal(await store.read(), undefined);
	await assert.rejects(stat(folder), {code: 'ENOENT'});
});

test('what is saved is read again', async context => {
	const {folder, store} = await openStore(context);
	assert.equal(store.path, join(folder, 'config.json'));
	await store.save(sampleAnswers());
	assert.deepEqual(await store.read(), sampleAnswers());
	const changed = sampleAnswers({viewers: {subnets: ['10.99.0.0/16']}});
	await store.save(changed);
	assert.deepEqual(await store.read(), changed);
	assert.deepEqual(await readdir(folder), ['config.json']);
});

test('a setting that was taken away does not come back', async context => {
	const {store} = await openStore(context);
	const {sql} = sampleAnswers();
	await store.save(sampleAnswers({sql: {...sql, instance: 'REPORTS'}}));
	await store.save(sampleAnswers());
	assert.deepEqual(await store.read(), sampleAnswers());
});

test('nobody else may read the answers', async context => {
	const {folder, store} = await openStore(context);
	await store.save(sampleAnswers());
	assert.equal(await modeOf(store.path), '600');
	assert.equal(await modeOf(folder), '700');
	await store.save(sampleAnswers());
	assert.equal(await modeOf(store.path), '600');
});

test('the folders above are made as anybody would make them', async context => {
	const {folder, store} = await openStore(context);
	await store.save(sampleAnswers());
	assert.equal(await modeOf(dirname(folder)), (0o777 & ~process.umask()).toString(8));
});

for (const [name, content, words] of [
	['cut off', '{"version": 1, "server": {', /are damaged: it is not valid JSON\.$/],
	['empty', '', /are damaged: it is not valid JSON\.$/],
	['of another kind', '[]', /are damaged: This must be settings/],
	[
		'edited by hand',
		JSON.stringify({...sampleInput(), smtp: {host: 'smtp.uni.edu', port: 0}}),
		/are damaged: smtp\.port: A port is a whole number/,
	],
] as const) {
	test(`saved answers that are ${name} are told with their place and what to do`, async context => {
		const {store} = await openDamaged(context, content);
		await assert.rejects(store.read(), (error: unknown) => {
			assert.ok(error instanceof Failure);
			assert.equal(error.code, 'answers.unreadable');
			assert.ok(error.message.includes(`"${store.path}"`), error.message);
			assert.match(error.message, words);
			assert.ok(error.remedies.length > 0);
			return true;
		});
	});
}

test('saved answers of a newer program are not called damaged', async context => {
	const {store} = await openDamaged(
		context,
		JSON.stringify({...sampleInput(), version: 2}),
	);
	await assert.rejects(store.read(), {code: 'answers.newer'});
});

test('damaged answers are set aside, byte for byte, and can be replaced', async context => {
	const damaged = '{"version": 1, \u0000 caf\u00E9';
	const {folder, store} = await openDamaged(context, damaged);
	const aside = await store.setAside();
	assert.equal(dirname(aside), folder);
	assert.equal(await readFile(aside, 'utf8'), damaged);
	assert.equal(await store.read(), undefined);
	await store.save(sampleAnswers());
	assert.deepEqual(await store.read(), sampleAnswers());
	assert.equal(await readFile(aside, 'utf8'), damaged);
});
