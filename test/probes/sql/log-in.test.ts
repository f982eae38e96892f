import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {after, before, type TestContext, test} from 'node:test';
import {execa} from 'execa';
import {logInToSql, type SqlLoginErrand} from '../../../source/probes/sql/log-in.js';
import {packet, packetType, preloginReply} from '../../campus/services/mock-sql/tds.js';
import {serveVisitors, visit} from '../loopback.js';
import {type Certificate, makeCertificate} from '../tls/certificates.js';
import {
	accepted,
	type MockServer,
	refused,
	sentOn,
	serveSql,
} from './mock-login-server.js';

const {signal} = new AbortController();
const account = {user: 'looker', password: 'Tr0ub4dor&3'};

let folder: string;
let identity: Certificate;
before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sql-login-'));
	identity = await makeCertificate(folder, {subject: '/CN=SSL_Self_Signed_Fallback'});
});
after(() => rm(folder, {recursive: true}));

/** Logs in to a mock that answers so, and tells what was seen and what was sent. */
async function logIn(
	context: TestContext,
	answer: MockServer['answer'],
	{isStrict = false, ...changes}: Partial<MockServer & SqlLoginErrand> = {},
) {
	const {port, logins} = await serveSql(context, {
		identity,
		answer,
		isStrict,
		...changes,
	});
	const socket = await visit(context, port);
	const errand = {...plain, ...changes, isStrict, port};
	const seen = await logInToSql(socket, errand, signal);
	return {seen, logins, socket};
}

const plain = {for: 'sql', host: 'mssql.uni.edu', account, isStrict: false} as const;
/** PRELOGIN answered with "encryption is not supported". */
const unencrypted = Buffer.from([...preloginReply().subarray(0, -1), 2]);
/** "handshake failure" (RFC 5246 section 7.2). */
const tlsAlert = Buffer.from([0x15, 3, 3, 0, 2, 2, 40]);

test('a login that is taken shows the database, and the connection is closed', async context => {
	const {seen, logins, socket} = await logIn(context, () => accepted('analytics'), {
		database: 'analytics',
	});
	assert.deepEqual(
		[seen.outcome, seen.database, seen.errors, seen.code],
		['logged-in', 'analytics', [], undefined],
	);
	assert.deepEqual(logins, [{...account, database: 'analytics'}]);
	assert.ok(socket.destroyed);
});

test('without a database none is asked for', async context => {
	const {logins} = await logIn(context, () => accepted('master'));
	assert.deepEqual(logins, [{...account, database: ''}]);
});

for (const number of [18_456, 18_470, 18_486, 18_487, 18_488, 18_452, 916, 911, 17_892]) {
	test(`error ${number} is told with its words`, async context => {
		const words = `This is what error ${number} says.`;
		const {seen} = await logIn(context, () => refused([number, words]));
		assert.equal(seen.outcome, 'refused');
		assert.deepEqual(seen.errors, [{number, words}]);
	});
}

test('all that a server says against a login is told, in its order', async context => {
	const {seen} = await logIn(context, () =>
		refused([4060, 'Cannot open database "x".'], [18_456, 'Login failed.']),
	);
	assert.deepEqual(
		seen.errors.map(({number}) => number),
		[4060, 18_456],
	);
});

test('a database that cannot be opened is asked for once only', async context => {
	const {seen, logins} = await logIn(context, () => refused([4060, 'Cannot open it.']));
	assert.deepEqual([seen.outcome, logins.length], ['refused', 1]);
});

test('a server that hangs up on the login is told apart from one that answers', async context => {
	const {seen} = await logIn(context, () => undefined);
	assert.deepEqual([seen.outcome, seen.errors], ['closed', []]);
});

test('a server that cannot encrypt is not told the password', async context => {
	const {seen, logins} = await logIn(context, () => accepted('master'), {
		prelogin: unencrypted,
	});
	assert.equal(seen.outcome, 'not-encrypted');
	assert.deepEqual(logins, []);
});

test('what fails in the encryption is told as that', async context => {
	const port = await serveVisitors(context, socket => {
		socket.once('data', () => {
			socket.write(preloginReply());
			socket.once('data', () => socket.write(packet(packetType.prelogin, tlsAlert)));
		});
	});
	const socket = await visit(context, port);
	const seen = await logInToSql(socket, {...plain, port}, signal);
	assert.deepEqual([seen.outcome, seen.errors], ['tls-failed', []]);
});

test('where a server sends its clients on, the password does not follow', async context => {
	const elsewhere = await serveSql(context, {identity, answer: () => accepted('master')});
	const {seen} = await logIn(context, () => sentOn('127.0.0.1', elsewhere.port));
	assert.equal(seen.outcome, 'redirected');
	assert.deepEqual(elsewhere.logins, []);
});

test('TDS 8 is spoken only with a server that a known authority vouches for', async context => {
	const {seen, logins} = await logIn(context, () => accepted('master'), {isStrict: true});
	assert.deepEqual(
		[seen.outcome, seen.code],
		['tls-failed', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
	);
	assert.deepEqual(logins, []);
});

test('TDS 8 is spoken where the server asks for it', async context => {
	const authority = await makeCertificate(folder, {
		subject: '/O=Campus/CN=Campus CA',
		isAuthority: true,
	});
	const server = await makeCertificate(folder, {
		subject: '/CN=localhost',
		names: ['DNS:localhost'],
		issuer: authority,
	});
	const {port, logins} = await serveSql(context, {
		identity: server,
		answer: () => accepted('master'),
		isStrict: true,
	});
	const authorities = join(folder, 'authorities.pem');
	await writeFile(authorities, authority.certificate);
	const {stdout} = await execa(
		process.execPath,
		[
			...process.execArgv.filter(argument => argument.startsWith('--import')),
			...['test/probes/sql/login-program.ts', String(port), account.password],
		],
		{env: {NODE_EXTRA_CA_CERTS: authorities}},
	);
	assert.equal(stdout, 'logged-in');
	assert.deepEqual(logins, [{...account, database: ''}]);
});

test('calling it off closes the connection at once', async context => {
	const controller = new AbortController();
	const calledOff = new Error('called off');
	const {port} = await serveSql(context, {
		identity,
		answer() {
			controller.abort(calledOff);
			return 'silence';
		},
	});
	const socket = await visit(context, port);
	await assert.rejects(
		logInToSql(socket, {...plain, port}, controller.signal),
		calledOff,
	);
	assert.ok(socket.destroyed);
});

test('nobody waits longer than 15 seconds for an answer', async context => {
	const {seen} = await logIn(context, () => 'silence');
	assert.equal(seen.outcome, 'timeout');
	assert.ok(seen.milliseconds < 17_000);
});

for (const [how, words] of [
	['as it is', account.password],
	['twice', `${account.password}${account.password}`],
	['in base64', Buffer.from(account.password).toString('base64')],
	['with an escape in it', 'Tr0ub\u001B[31m4dor&3'],
	['behind a long text', `${'x'.repeat(178)}${account.password}`],
] as const) {
	test(`a password that a server repeats ${how} is seen nowhere`, async context => {
		const {seen} = await logIn(context, () => refused([18_456, `Login ${words}.`]));
		assert.match(JSON.stringify(seen), /\(password/);
		assert.doesNotMatch(JSON.stringify(seen), /Tr0ub|VHIwdWI0/);
	});
}

test('a password in the name of a database is not told either', async context => {
	const {seen} = await logIn(context, () => accepted(`db ${account.password}`));
	assert.equal(seen.database, 'db (password)');
});

test('hostile words become plain text, and not more than a few of them', async context => {
	const hostile = [18_456, '\u001B]0;owned\u0007\u001B[2Jlogin\r\nfailed\u0000'] as const;
	const {seen} = await logIn(context, () =>
		refused(...Array.from({length: 50}, () => hostile)),
	);
	assert.equal(seen.errors.length, 10);
	assert.deepEqual(seen.errors[0], {number: 18_456, words: 'login failed'});
});

for (const [what, bytes] of [
	['nothing', []],
	['a token that does not exist', [0x42, 1, 2, 3]],
	['an error that is longer than it is', [0xaa, 0xff, 0xff, 1, 2, 3, 4]],
	['an error that is shorter than it says', [0xaa, 2, 0, 1, 2]],
	['half of a LOGINACK', [0xad, 30, 0, 1, 0x74]],
	['a row of a table', [0xd1, 0, 0, 0, 0]],
	['a long line of zeros', Array.from({length: 30_000}, () => 0)],
] as const) {
	test(`${what} is no answer to a login`, async context => {
		const {seen} = await logIn(context, () => Buffer.from(bytes));
		assert.deepEqual([seen.outcome, seen.errors], ['closed', []]);
	});
}
