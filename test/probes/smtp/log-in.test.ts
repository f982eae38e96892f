import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, type TestContext, test} from 'node:test';
import type {SMTPServerOptions} from 'smtp-server';
import {logInToMail, type MailLoginErrand} from '../../../source/probes/smtp/log-in.js';
import {serveVisitors, visit} from '../loopback.js';
import {type Certificate, makeCertificate} from '../tls/certificates.js';
import {serveMail, serveWords} from './serve-mail.js';

const hostname = 'analytics.uni.edu';
const {signal} = new AbortController();
const account = {user: 'alerts@uni.edu', password: 'Tr0ub4dor&3'};
const messageTo = 'it@uni.edu';

let folder: string;
let identity: Certificate;
before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'mail-login-'));
	identity = await makeCertificate(folder, {
		subject: '/CN=smtp.uni.edu',
		names: ['DNS:smtp.uni.edu'],
	});
});
after(() => rm(folder, {recursive: true}));

const serve = (context: TestContext, options: SMTPServerOptions = {}) =>
	serveMail(context, {identity, account, options});

async function logIn(
	context: TestContext,
	port: number,
	changes: Partial<MailLoginErrand>,
) {
	const socket = await visit(context, port);
	const errand = {for: 'mail', host: 'smtp.uni.edu', port, security: 'starttls'} as const;
	const seen = await logInToMail(socket, {...errand, ...changes}, {hostname, signal});
	return {...seen, socket};
}

/** Fails a command of the dialogue with an answer. */
function answered(responseCode: number, words: string): Error {
	return Object.assign(new Error(words), {responseCode});
}

const wrong = {user: account.user, password: 'not-this-one'};
const inClear = {security: 'none', account} as const;

for (const method of ['PLAIN', 'LOGIN', 'CRAM-MD5'] as const) {
	test(`a login by ${method} is taken, and the connection is closed`, async context => {
		const {port, logins} = await serve(context, {authMethods: [method]});
		const {isLoggedIn, isSent, trouble, socket} = await logIn(context, port, {account});
		assert.deepEqual([isLoggedIn, isSent, trouble], [true, false, undefined]);
		assert.deepEqual(logins, [account.user]);
		assert.ok(socket.destroyed);
	});

	test(`a wrong password by ${method} is told with the server's words`, async context => {
		const {port, logins} = await serve(context, {authMethods: [method]});
		const {isLoggedIn, trouble} = await logIn(context, port, {account: wrong, messageTo});
		assert.equal(isLoggedIn, false);
		assert.equal(trouble?.command, `AUTH ${method}`);
		assert.deepEqual(trouble.reply, {code: 535, words: 'Wrong, try again'});
		// Each of them brings the account nearer to being locked.
		assert.equal(logins.length, 1);
	});
}

test('TLS from the first byte is spoken where the answers say so', async context => {
	const {port, logins} = await serve(context, {secure: true});
	const seen = await logIn(context, port, {account, security: 'tls'});
	assert.equal(seen.isLoggedIn, true);
	assert.deepEqual(logins, [account.user]);
});

test('without STARTTLS the password is not sent in clear', async context => {
	const {port, logins} = await serve(context, {
		disabledCommands: ['STARTTLS'],
		allowInsecureAuth: true,
	});
	const {isLoggedIn, trouble} = await logIn(context, port, {account});
	assert.equal(isLoggedIn, false);
	assert.equal(trouble?.command, 'STARTTLS');
	assert.deepEqual(logins, []);
});

test('it is where the answers ask for no encryption', async context => {
	const {port, logins} = await serve(context, {allowInsecureAuth: true});
	const {isLoggedIn} = await logIn(context, port, inClear);
	assert.equal(isLoggedIn, true);
	assert.deepEqual(logins, [account.user]);
});

test('SendGrid is told no password where nobody vouches for its certificate', async context => {
	const {port, logins} = await serve(context);
	const {trouble} = await logIn(context, port, {account, host: 'smtp.sendgrid.net'});
	assert.equal(trouble?.code, 'DEPTH_ZERO_SELF_SIGNED_CERT');
	assert.equal(trouble.reply, undefined);
	assert.deepEqual(logins, []);
});

test('a test message says what it is, from whom, and when', async context => {
	const {port, messages} = await serve(context, {authOptional: true});
	const before = Date.now();
	const {isLoggedIn, isSent, trouble} = await logIn(context, port, {messageTo});
	assert.deepEqual([isLoggedIn, isSent, trouble], [false, true, undefined]);
	const [message = ''] = messages;
	assert.match(message, /^From: analytics@analytics\.uni\.edu\r$/m);
	assert.match(message, /^To: it@uni\.edu\r$/m);
	assert.match(message, /^Subject: Test message from analytics-setup\r$/m);
	assert.match(message, /^Message-ID: <[\da-f-]{36}@analytics\.uni\.edu>\r$/m);
	const [, date = ''] = /^Date: (.*)\r$/m.exec(message) ?? [];
	assert.ok(Date.parse(date) >= before - 1000 && Date.parse(date) <= Date.now(), date);
});

test('a message after a login goes over the same connection', async context => {
	const {port, logins, messages} = await serve(context);
	const {isLoggedIn, isSent} = await logIn(context, port, {account, messageTo});
	assert.deepEqual([isLoggedIn, isSent], [true, true]);
	assert.deepEqual([logins.length, messages.length], [1, 1]);
});

for (const [what, options, command, code] of [
	['a login that is missing', {}, 'MAIL FROM', 530],
	[
		'a refused sender',
		{
			authOptional: true,
			onMailFrom: (_address, _session, done) => done(answered(553, 'Not you')),
		},
		'MAIL FROM',
		553,
	],
	[
		'a refused recipient',
		{
			authOptional: true,
			onRcptTo: (_address, _session, done) => done(answered(550, 'Nobody here')),
		},
		'RCPT TO',
		550,
	],
	[
		'a refused message',
		{
			authOptional: true,
			onData(stream, _session, done) {
				stream.on('end', () => done(answered(554, 'Looks like spam')));
				stream.resume();
			},
		},
		'DATA',
		554,
	],
] as const satisfies ReadonlyArray<
	readonly [string, SMTPServerOptions, command: string, code: number]
>) {
	test(`${what} is told with the command and the answer`, async context => {
		const {port, messages} = await serve(context, options);
		const {isSent, trouble} = await logIn(context, port, {messageTo});
		assert.equal(isSent, false);
		assert.deepEqual([trouble?.command, trouble?.reply?.code], [command, code]);
		assert.deepEqual(messages, []);
	});
}

test('a message that is larger than the server takes is not sent', async context => {
	const {port, messages} = await serve(context, {authOptional: true, size: 100});
	const {trouble} = await logIn(context, port, {messageTo});
	assert.deepEqual([trouble?.code, trouble?.reply], ['EMESSAGE', undefined]);
	assert.deepEqual(messages, []);
});

test('a server that hangs up on the login has said nothing', async context => {
	const port = await serveWords(context, {EHLO: '250-mock\r\n250 AUTH PLAIN', AUTH: ''});
	const {isLoggedIn, trouble} = await logIn(context, port, inClear);
	assert.equal(isLoggedIn, false);
	assert.equal(trouble?.reply, undefined);
});

test('a server that does not answer the goodbye is not waited for', async context => {
	const port = await serveVisitors(context, socket => {
		socket.write('220 mock\r\n');
		socket.on('data', data => {
			if (!String(data).startsWith('QUIT')) {
				socket.write('235 fine\r\n');
			}
		});
	});
	const {isLoggedIn, trouble, milliseconds} = await logIn(context, port, inClear);
	assert.deepEqual([isLoggedIn, trouble], [true, undefined]);
	assert.ok(milliseconds < 5000);
});

test('calling it off closes the connection at once', async context => {
	const controller = new AbortController();
	const calledOff = new Error('called off');
	const port = await serveVisitors(context, socket => {
		socket.once('data', () => controller.abort(calledOff));
		socket.write('220 mock\r\n');
	});
	const socket = await visit(context, port);
	const errand = {for: 'mail', host: 'smtp.uni.edu', port, ...inClear} as const;
	const client = {hostname, signal: controller.signal};
	await assert.rejects(logInToMail(socket, errand, client), calledOff);
	assert.ok(socket.destroyed);
});

const plain = Buffer.from(`\0${account.user}\0${account.password}`).toString('base64');

for (const [how, words] of [
	['as it is', account.password],
	['in base64', Buffer.from(account.password).toString('base64')],
	['as AUTH PLAIN carries it', plain],
	['with an escape in it', 'Tr0ub\u001B[31m4dor&3'],
	['on two lines', `Wrong:\r\n535 ${account.password}`],
	['behind a long text', `${'x'.repeat(190)}${account.password}`],
] as const) {
	test(`a password that a server repeats ${how} is seen nowhere`, async context => {
		const port = await serveWords(context, {
			EHLO: '250-mock\r\n250 AUTH PLAIN',
			AUTH: `535${words.includes('\n') ? '-' : ' '}${words}`,
		});
		const {socket: _socket, ...seen} = await logIn(context, port, inClear);
		assert.equal(seen.trouble?.reply?.code, 535);
		assert.match(JSON.stringify(seen), /\(pass/);
		assert.doesNotMatch(JSON.stringify(seen), /Tr0ub|VHIwdWI0|AGFsZXJ0/);
	});
}

test('hostile words become plain text', async context => {
	const port = await serveWords(context, {
		EHLO: '250-mock\r\n250 AUTH PLAIN',
		AUTH: '535-\u001B]0;owned\u0007 Wrong\r\n535 \u001B[2J again\u0008',
	});
	const {trouble} = await logIn(context, port, inClear);
	assert.deepEqual(trouble?.reply, {code: 535, words: 'Wrong again'});
});
