import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Login, LoginSeen} from '../../source/probes/login.js';
import {proveLogin} from '../../source/probes/prove-login.js';
import type {Seen} from '../../source/probes/talk.js';
import {exampleAnswers} from '../helpers/recorded-machine.js';
import {type ContextRecord, probeContext} from './probe-context.js';
import {goodMail, goodSql, goodTls} from './recorded-seen.js';

const password = 'Tr0ub4dor&3';
const sqlLogin: Login = {for: 'sql', account: {user: 'looker', password}};
const mailLogin: Login = {for: 'mail', account: {user: 'alerts', password}};
const sqlPlace = '10.60.0.11:1433';
const mailPlace = '10.61.0.25:587';
const names = {'mssql.uni.edu': ['10.60.0.11'], 'smtp.uni.edu': ['10.61.0.25']};

const loggedIn: NonNullable<LoginSeen['sql']> = {
	outcome: 'logged-in',
	errors: [],
	database: 'analytics',
	code: undefined,
	milliseconds: 20,
};
const mailed: NonNullable<LoginSeen['mail']> = {
	isLoggedIn: true,
	isSent: false,
	trouble: undefined,
	milliseconds: 20,
};
const logins = {[sqlPlace]: {sql: loggedIn}, [mailPlace]: {mail: mailed}};

async function prove(login: Login, {network = {}, ...record}: ContextRecord = {}) {
	const context = probeContext({...record, network: {names, logins, ...network}});
	const result = await proveLogin(login, context);
	assert.ok(!JSON.stringify(result).includes(password));
	return {...result, asked: context.asked.filter(each => !each.startsWith('resolve'))};
}

const withSeen = (place: string, seen: Omit<Seen, 'dialled'>): ContextRecord => ({
	network: {seen: {[place]: seen}},
});

test('a login is tried where the row has just been proven', async () => {
	const result = await prove(sqlLogin);
	assert.deepEqual(result.asked, [`dial ${sqlPlace}`, `sql-login ${sqlPlace}`]);
	const {id, verdict, cause, detail, destination, address, port, milliseconds} = result;
	assert.deepEqual(
		{id, verdict, cause, detail, destination, address, port, milliseconds},
		{
			id: 'sql-login',
			verdict: 'pass',
			cause: null,
			detail: 'logged in as looker, database analytics',
			destination: 'mssql.uni.edu',
			address: '10.60.0.11',
			port: 1433,
			milliseconds: 31,
		},
	);
	assert.deepEqual(
		result.ways.map(({via, verdict, stages}) => [
			via,
			verdict,
			...stages.map(({stage}) => stage),
		]),
		[['IPv4', 'pass', 'tcp', 'login']],
	);
});

test('a login to the mail relay stands under its own id', async () => {
	const {id, verdict, detail, asked} = await prove(mailLogin);
	assert.deepEqual([id, verdict, detail], ['mail-login', 'pass', 'logged in as alerts']);
	assert.deepEqual(asked, [`dial ${mailPlace}`, `mail-login ${mailPlace}`]);
});

test('a wrong password comes with its owner and a remedy', async () => {
	const sql = {
		...loggedIn,
		outcome: 'refused',
		errors: [{number: 18_456, words: 'No.'}],
	} as const;
	const {verdict, owner, remedy} = await prove(sqlLogin, {
		network: {logins: {[sqlPlace]: {sql}}},
	});
	assert.deepEqual([verdict, owner], ['fail', 'remote']);
	assert.match(remedy ?? '', /does not take this password for "looker"/);
});

test('of many addresses one is tried, so that no account is locked', async () => {
	const many = {...names, 'mssql.uni.edu': ['10.60.0.10', '10.60.0.11', '2001:db8::11']};
	const {asked} = await prove(sqlLogin, {
		network: {names: many, dials: {'10.60.0.10:1433': 'refused'}},
	});
	assert.deepEqual(
		asked.filter(each => each.startsWith('sql-login')),
		[`sql-login ${sqlPlace}`],
	);
});

for (const [what, login, record] of [
	['is not reached', sqlLogin, {network: {dials: {[sqlPlace]: 'timeout'}}}],
	['has no address', sqlLogin, {network: {names: {'mssql.uni.edu': 'nxdomain'}}}],
	[
		'is no SQL Server',
		sqlLogin,
		withSeen(sqlPlace, {sql: {outcome: 'not-sql', words: 'SSH-2.0', milliseconds: 1}}),
	],
	[
		'does not manage to encrypt',
		sqlLogin,
		withSeen(sqlPlace, {
			sql: {...goodSql, tls: {outcome: 'failed', code: 'X', milliseconds: 1}},
		}),
	],
	[
		'turns this server away',
		mailLogin,
		withSeen(mailPlace, {
			smtp: {banner: {code: 554, lines: ['no']}, bannerAfter: 1, milliseconds: 1},
		}),
	],
	[
		'has its STARTTLS taken out',
		mailLogin,
		withSeen(mailPlace, {
			smtp: {
				banner: {code: 220, lines: ['smtp']},
				hello: {code: 250, lines: ['smtp', 'XXXXXXXA']},
				isStartTlsOffered: false,
				logins: ['PLAIN'],
				milliseconds: 1,
			},
		}),
	],
] as const satisfies ReadonlyArray<readonly [string, Login, ContextRecord]>) {
	test(`a server that ${what} is told no password`, async () => {
		const result = await prove(login, record);
		assert.equal(result.verdict, 'skipped');
		assert.notEqual(result.cause, null);
		assert.match(result.detail, /^not tried: /);
		assert.ok(result.asked.every(each => !each.includes('-login')));
	});
}

for (const [what, login, cause] of [
	[
		'an account of a domain',
		{...sqlLogin, account: {user: 'UNI\\looker', password}},
		'sql.domain-account',
	],
	['no account', {for: 'mail', messageTo: 'it@uni.edu'}, null],
] as const satisfies ReadonlyArray<readonly [string, Login, unknown]>) {
	test(`${what} is ${cause ?? 'fine for a message'}`, async () => {
		const result = await prove(login);
		assert.equal(result.cause, cause);
		assert.equal(result.asked.length, cause === null ? 2 : 0);
	});
}

test("SendGrid's user name is known before anything is asked", async () => {
	const smtp = {...exampleAnswers.smtp, host: 'smtp.sendgrid.net'};
	const {cause, asked} = await prove(mailLogin, {answers: {smtp}});
	assert.deepEqual([cause, asked], ['smtp.sendgrid-user', []]);
});

test('a relay that is busy is told no password, and nothing is proven of the login', async () => {
	const banner = {code: 421, lines: ['try later']};
	const smtp = {banner, bannerAfter: 1, milliseconds: 1};
	const {verdict, cause, asked} = await prove(mailLogin, withSeen(mailPlace, {smtp}));
	assert.deepEqual([verdict, cause], ['fail', 'smtp.busy']);
	assert.deepEqual(asked, [`dial ${mailPlace}`]);
});

test('a relay without logins is not told one', async () => {
	const {cause, asked} = await prove(
		mailLogin,
		withSeen(mailPlace, {smtp: {...goodMail, logins: []}}),
	);
	assert.equal(cause, 'smtp.login-not-offered');
	assert.deepEqual(asked, [`dial ${mailPlace}`]);
});

test("a site's own certificate is good enough, as it is for the row", async () => {
	const tls = {...goodTls, trust: 'none', fault: 'DEPTH_ZERO_SELF_SIGNED_CERT'} as const;
	const {verdict} = await prove(
		mailLogin,
		withSeen(mailPlace, {smtp: {...goodMail, tls}}),
	);
	assert.equal(verdict, 'pass');
});

test('a server that is gone when the login comes is told as that', async () => {
	const {cause} = await prove(sqlLogin, {network: {logins: {}}});
	assert.equal(cause, 'probe.failed');
});
