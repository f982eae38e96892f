import assert from 'node:assert/strict';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {savedLogins} from '../../source/answers/saved-logins.js';
import {temporaryFolder} from '../helpers/sample.js';

const login = {user: 'analytics', password: {env: 'SQL_PASSWORD'}};
const other = {user: 'web', password: {env: 'PROXY_PASSWORD'}};

for (const [what, config, draft, found] of [
	['saved answers', {sql: {login}, smtp: {}}, {}, [login]],
	['a draft', {}, {answers: {proxy: {login: other}}}, [other]],
	['both', {sql: {login}}, {answers: {proxy: {login: other}}}, [login, other]],
	['answers without one', {sql: {}}, {}, []],
	['answers with a password', {sql: {login: {...login, password: 'secret'}}}, {}, []],
	['what is no answers', 5, [], []],
] as const) {
	test(`the logins of ${what} are found, whatever else stands there`, async context => {
		const folder = await temporaryFolder(context);
		await writeFile(join(folder, 'config.json'), JSON.stringify(config));
		await writeFile(join(folder, 'draft.json'), JSON.stringify(draft));
		assert.deepEqual(await savedLogins({config: folder, state: folder}), found);
	});
}

test('files that are damaged, or not there, have none', async context => {
	const folder = await temporaryFolder(context);
	await mkdir(join(folder, 'draft.json'));
	await writeFile(join(folder, 'config.json'), '{"sql":');
	assert.deepEqual(await savedLogins({config: folder, state: folder}), []);
	assert.deepEqual(await savedLogins({config: '/nowhere', state: '/nowhere'}), []);
});
