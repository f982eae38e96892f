import assert from 'node:assert/strict';
import {mkdir, readdir, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {draftStore, type SavedDraft} from '../../source/answers/draft-store.js';
import {sampleAnswers, temporaryFolder} from '../helpers/sample.js';

async function openStore(context: TestContext) {
	const folder = join(await temporaryFolder(context), 'var/lib/analytics-setup');
	return {folder, store: draftStore(folder)};
}

async function readDraft(context: TestContext, content: string) {
	const {folder, store} = await openStore(context);
	await mkdir(folder, {recursive: true});
	await writeFile(join(folder, 'draft.json'), content);
	return store.read();
}

const {server, viewers} = sampleAnswers();

/** Without the sections that have a default. */
function askedFor(draft: SavedDraft | undefined) {
	assert.ok(draft);
	const {
		dns: _dns,
		proxy: _proxy,
		outbound: _outbound,
		extra: _extra,
		...asked
	} = draft.answers;
	return {answers: asked, typed: draft.typed};
}

test('without a draft there is none to go on with', async context => {
	const {store} = await openStore(context);
	assert.equal(await store.read(), undefined);
	await store.discard();
});

test('a wizard that was left goes on where it was', async context => {
	const {folder, store} = await openStore(context);
	const draft = {
		answers: {server, viewers},
		typed: {sql: {host: 'mssql.un'}, servers: {servers: ['10.30.0.10', '']}},
	};
	await store.save(draft);
	assert.deepEqual(askedFor(await store.read()), draft);
	assert.equal((await stat(join(folder, 'draft.json'))).mode & 0o777, 0o600);
	assert.equal((await stat(folder)).mode & 0o777, 0o700);
	assert.deepEqual(await readdir(folder), ['draft.json']);
});

test('what was never answered is not answered by a draft', async context => {
	const {store} = await openStore(context);
	await store.save({answers: {server}, typed: {}});
	assert.deepEqual((await store.read())?.answers, {server});
});

test('a draft that was finished is gone', async context => {
	const {store} = await openStore(context);
	await store.save({answers: {server}, typed: {}});
	await store.discard();
	assert.equal(await store.read(), undefined);
});

for (const [name, content, draft] of [
	[
		'an answer',
		{answers: {server, viewers: {subnets: ['300.1.1.1']}}, typed: {}},
		{server},
	],
	['an answer of another kind', {answers: {server, viewers: 7}, typed: {}}, {server}],
	['an answer nobody knows', {answers: {server, firewall: {}}, typed: {}}, {server}],
	['all answers', {answers: 'gone', typed: {}}, {}],
] as const) {
	test(`${name} that is damaged is asked again, and the rest stays`, async context => {
		const {answers} = askedFor(await readDraft(context, JSON.stringify(content)));
		assert.deepEqual(answers, draft);
	});
}

test('damaged typing is dropped, and the answers stay', async context => {
	const draft = await readDraft(
		context,
		JSON.stringify({answers: {server}, typed: {sql: {host: 7}}}),
	);
	assert.deepEqual(askedFor(draft), {answers: {server}, typed: {}});
});

for (const content of ['', '{"answers": {', 'null', '7', '[]', '"draft"']) {
	test(`a draft of ${JSON.stringify(content)} begins anew`, async context => {
		const draft = askedFor(await readDraft(context, content));
		assert.deepEqual(draft, {answers: {}, typed: {}});
	});
}
