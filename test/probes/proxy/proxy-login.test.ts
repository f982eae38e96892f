import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Failure} from '../../../source/failure.js';
import type {Account} from '../../../source/probes/login.js';
import {type AskedProxy, proxyLoginOf} from '../../../source/probes/proxy/proxy-login.js';
import {goodPage, goodProxy} from '../recorded-seen.js';

const password = 'Tr0ub4dor&3';
const answered = (status: number): AskedProxy => ({
	seen: {proxy: {...goodProxy, status}},
});

/** Asks a few times at once, and writes down with which logins. */
async function askThrice(status: number, isTrusted = true) {
	const asked: Array<Account | undefined> = [];
	const logIn = proxyLoginOf('web', async () => password);
	const ask = async (account?: Account) => {
		asked.push(account);
		return answered(status);
	};
	const found = await Promise.all([1, 2, 3].map(() => logIn(ask, isTrusted)));
	assert.ok(!JSON.stringify(found).includes(password));
	return {asked, found};
}

test('a proxy that takes the login is told it each time', async () => {
	const {asked, found} = await askThrice(200);
	assert.deepEqual(asked, Array(3).fill({user: 'web', password}));
	assert.deepEqual(found[2]?.seen.proxyLogin, {user: 'web'});
});

for (const status of [407, 401]) {
	test(`a proxy that refuses it (${status}) is told it once, so that no account is locked`, async () => {
		const {asked, found} = await askThrice(status);
		assert.equal(asked.length, 1);
		assert.deepEqual(found[2]?.seen, found[0]?.seen);
	});
}

test('a proxy that nobody vouches for is told no password', async () => {
	const {asked, found} = await askThrice(407, false);
	assert.deepEqual(asked, [undefined, undefined, undefined]);
	assert.match(found[0]?.seen.proxyLogin?.lack ?? '', /certificate of the proxy/);
});

test('without its password a login is not sent, and it is known why', async () => {
	const logIn = proxyLoginOf('web', async () => {
		throw new Failure('usage', 'The environment variable P is not set.');
	});
	const asked: unknown[] = [];
	const {seen} = await logIn(async account => {
		asked.push(account);
		return answered(407);
	}, true);
	assert.deepEqual(asked, [undefined]);
	assert.deepEqual(seen.proxyLogin, {
		...{user: 'web', lack: 'The environment variable P is not set'},
	});
});

test('a site that says 401 through the proxy has nothing to do with the login', async () => {
	const asked: unknown[] = [];
	const logIn = proxyLoginOf('web', async () => password);
	const ask = async (account?: Account) => {
		asked.push(account);
		return {seen: {http: {...goodPage, status: 401, marks: ['via: 1.1 proxy']}}};
	};
	await Promise.all([logIn(ask, true), logIn(ask, true)]);
	assert.equal(asked.length, 2);
});

for (const [form, words] of [
	['as it is', password],
	['in base64', Buffer.from(`web:${password}`).toString('base64')],
] as const) {
	test(`a proxy that repeats the password ${form} leaves nothing of it`, async () => {
		const logIn = proxyLoginOf('web', async () => password);
		const {seen} = await logIn(
			async () => ({
				seen: {
					proxy: {...goodProxy, status: 407, login: `Basic realm="${words}"`},
					http: {...goodPage, marks: [`via: ${words}`], title: words, beginning: words},
				},
			}),
			true,
		);
		assert.ok(!JSON.stringify(seen).includes(words));
		assert.match(JSON.stringify(seen), /\(password\)/);
	});
}

test('what is unknown of the first attempt holds nobody up', async () => {
	const logIn = proxyLoginOf('web', async () => password);
	const first = logIn(() => Promise.reject(new Error('cut')), true);
	const second = logIn(async () => answered(200), true);
	await assert.rejects(first, /cut/);
	assert.deepEqual((await second).seen.proxyLogin, {user: 'web'});
});
