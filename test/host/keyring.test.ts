import assert from 'node:assert/strict';
import {openSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {Failure} from '../../source/failure.js';
import {keyringOf} from '../../source/host/keyring.js';
import {knownSecrets} from '../../source/redaction/known-secrets.js';
import {temporaryFolder} from '../helpers/sample.js';

const byVariable = {user: 'analytics', password: {env: 'SQL_PASSWORD'}};
const none: ReadonlySet<number> = new Set();

/** A file that is open, with a password. */
async function openFile(context: TestContext, content: string): Promise<number> {
	const path = join(await temporaryFolder(context), 'password');
	await writeFile(path, content);
	return openSync(path, 'r');
}

async function assertFails(reading: Promise<string>, words: RegExp): Promise<void> {
	await assert.rejects(reading, (error: unknown) => {
		assert.ok(error instanceof Failure);
		assert.equal(error.code, 'usage');
		assert.match(error.message, words);
		assert.doesNotMatch(error.message, /Tr0ub4dor/);
		return true;
	});
}

test('a variable is taken out of the environment, and gives its password again and again', async () => {
	const environment = {SQL_PASSWORD: 'Tr0ub4dor', PATH: '/bin'};
	const {take, passwordOf} = keyringOf({environment, openFiles: none});
	take([byVariable]);
	assert.deepEqual(environment, {PATH: '/bin'});
	assert.equal(await passwordOf(byVariable), 'Tr0ub4dor');
	assert.equal(await passwordOf({...byVariable, user: 'other'}), 'Tr0ub4dor');
});

test('a variable that is needed before it was taken is taken then', async () => {
	const environment = {SQL_PASSWORD: 'Tr0ub4dor'};
	const {passwordOf} = keyringOf({environment, openFiles: none});
	assert.equal(await passwordOf(byVariable), 'Tr0ub4dor');
	assert.deepEqual(environment, {});
});

test('whatever is taken is left out of all that is told', () => {
	const environment = {SQL_PASSWORD: 'known from now on'};
	keyringOf({environment, openFiles: none}).take([byVariable]);
	assert.ok(
		knownSecrets().some(
			({user, value}) => user === 'analytics' && value === 'known from now on',
		),
	);
});

for (const [what, environment, words] of [
	['is not set', {}, /^SQL_PASSWORD is not set in the environment\.$/],
	['is empty', {SQL_PASSWORD: ''}, /^SQL_PASSWORD gives nothing/],
	['has two lines', {SQL_PASSWORD: 'Tr0ub4dor\nb'}, /SQL_PASSWORD gives more than one/],
] as const) {
	test(`a variable that ${what} gives no password`, async () => {
		const keyring = keyringOf({environment: {...environment}, openFiles: none});
		await assertFails(keyring.passwordOf(byVariable), words);
	});
}

test('an open file is read once, when it is said to be for us', async context => {
	const fd = await openFile(context, 'Tr0ub4dor\n');
	const login = {user: 'analytics', password: {fd}};
	const {readFiles, passwordOf} = keyringOf({environment: {}, openFiles: new Set([fd])});
	await readFiles([login]);
	await readFiles([login]);
	assert.equal(await passwordOf(login), 'Tr0ub4dor');
	assert.equal(await passwordOf(login), 'Tr0ub4dor');
});

test('an open file of saved answers is never read', async context => {
	const fd = await openFile(context, 'Tr0ub4dor');
	const {passwordOf} = keyringOf({environment: {}, openFiles: new Set([fd])});
	await assertFails(
		passwordOf({user: 'a', password: {fd}}),
		/is read only in a run to which the answers are given by --answers/,
	);
});

test('a file that this program has opened itself is never read', async context => {
	const fd = await openFile(context, 'Tr0ub4dor');
	const login = {user: 'a', password: {fd}};
	const {readFiles, passwordOf} = keyringOf({environment: {}, openFiles: none});
	await readFiles([login]);
	await assertFails(passwordOf(login), /^File descriptor \d+ is not open\.$/);
});

test('what is wrong with an open file is said when its password is needed', async context => {
	const fd = await openFile(context, 'Tr0ub4dor\nb\n');
	const login = {user: 'a', password: {fd}};
	const {readFiles, passwordOf} = keyringOf({environment: {}, openFiles: new Set([fd])});
	await readFiles([login]);
	await assertFails(passwordOf(login), /gives more than one line/);
});
