import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import type {Socket} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, type TestContext, test} from 'node:test';
import {TLSSocket} from 'node:tls';
import type {SMTPServerOptions} from 'smtp-server';
import {askSmtp} from '../../../source/probes/smtp/ask-smtp.js';
import {serveVisitors, visit} from '../loopback.js';
import {type Certificate, makeCertificate} from '../tls/certificates.js';
import {serveMail, serveWords} from './serve-mail.js';

const question = {
	host: 'localhost',
	hostname: 'analytics.uni.edu',
	security: 'starttls',
	signal: new AbortController().signal,
} as const;

let folder: string;
let identity: Certificate;
before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'ask-smtp-'));
	identity = await makeCertificate(folder, {
		...{subject: '/CN=localhost', names: ['DNS:localhost']},
	});
});
after(() => rm(folder, {recursive: true}));

const account = {user: 'bob', password: 'right'};
const ask = async (
	context: TestContext,
	port: number,
	security: 'starttls' | 'tls' | 'none' = 'starttls',
) => {
	const stream = await visit(context, port);
	const seen = await askSmtp(stream, {...question, security});
	stream.destroy();
	return seen;
};
const serveReal = async (context: TestContext, options: SMTPServerOptions = {}) =>
	(await serveMail(context, {identity, account, options})).port;

for (const [name, options, last] of [
	// smtp-server tells STARTTLS after everything else but a size.
	['the last capability', {}, 'STARTTLS'],
	['one capability among others', {size: 1_000_000}, 'SIZE 1000000'],
] as const) {
	test(`STARTTLS is found as ${name}, and everything begins anew inside it`, async context => {
		const port = await serveReal(context, {...options, name: 'smtp.uni.edu'});
		const clear = await ask(context, port, 'none');
		assert.ok(clear.hello?.code === 250);
		assert.equal(clear.hello.lines.at(-1), last);

		const seen = await ask(context, port);
		assert.equal(seen.banner?.code, 220);
		assert.ok((seen.bannerAfter ?? Number.NaN) < 3500);
		assert.equal(seen.isStartTlsOffered, true);
		assert.equal(seen.startTls?.code, 220);
		assert.ok(seen.tls?.outcome === 'established');
		assert.equal(seen.tls.certificates[0]?.subject, 'localhost');
		assert.ok(seen.hello?.code === 250);
		assert.ok(!seen.hello.lines.includes('STARTTLS'));
		assert.deepEqual(seen.logins?.toSorted(), ['LOGIN', 'PLAIN']);
		assert.ok(seen.milliseconds < 3500);
	});
}

test('a server without STARTTLS is not asked for it', async context => {
	const port = await serveReal(context, {hideSTARTTLS: true});
	const {banner, hello, isStartTlsOffered, startTls, tls} = await ask(context, port);
	assert.deepEqual([banner?.code, hello?.code, isStartTlsOffered], [220, 250, false]);
	assert.deepEqual([startTls, tls], [undefined, undefined]);
});

test('where no encryption is wanted none is begun', async context => {
	const port = await serveReal(context, {allowInsecureAuth: true});
	const seen = await ask(context, port, 'none');
	assert.equal(seen.hello?.code, 250);
	assert.deepEqual([seen.isStartTlsOffered, seen.tls], [undefined, undefined]);
	assert.deepEqual(seen.logins?.toSorted(), ['LOGIN', 'PLAIN']);
});

test('a relay without a login offers none', async context => {
	const port = await serveReal(context, {disabledCommands: ['AUTH']});
	assert.deepEqual((await ask(context, port)).logins, []);
});

test('a server with TLS from the first byte greets inside it', async context => {
	const port = await serveReal(context, {secure: true});
	const {banner, hello, tls} = await ask(context, port, 'tls');
	assert.equal(tls?.outcome, 'established');
	assert.deepEqual([banner?.code, hello?.code], [220, 250]);
});

test('a server that begins in clear is told from one with TLS', async context => {
	const {tls, banner} = await ask(context, await serveReal(context), 'tls');
	assert.equal(tls?.outcome, 'not-tls');
	assert.equal(banner, undefined);
});

test('nothing is said before the server has greeted, and then who we are', async context => {
	const said: string[] = [];
	const port = await serveVisitors(context, socket => {
		socket.on('data', data => {
			said.push(String(data));
			socket.end('250 fine\r\n');
		});
		// Whoever speaks first is turned away by many servers.
		setTimeout(() => socket.write(`220 heard ${said.length}\r\n`), 50);
	});
	const {banner, bannerAfter = 0} = await ask(context, port, 'none');
	assert.deepEqual(banner, {code: 220, lines: ['heard 0']});
	assert.ok(bannerAfter >= 40, `${bannerAfter} ms`);
	assert.deepEqual(said, ['EHLO analytics.uni.edu\r\n']);
});

for (const [name, answers, expected] of [
	['refuses the greeting', {EHLO: '550 who are you'}, {hello: 550}],
	['is busy after the greeting', {EHLO: '421 later'}, {hello: 421}],
	['hangs up after the greeting', {EHLO: ''}, {hello: 'closed'}],
	['greets with rubbish', {EHLO: 'rubbish'}, {hello: 'not-smtp'}],
	[
		'takes STARTTLS back',
		{EHLO: '250-mock\r\n250 STARTTLS', STARTTLS: '454 not now'},
		{hello: 250, startTls: 454},
	],
	[
		'hangs up on STARTTLS',
		{EHLO: '250-mock\r\n250 STARTTLS', STARTTLS: ''},
		{hello: 250, startTls: 'closed'},
	],
	[
		'goes on in clear after STARTTLS',
		{EHLO: '250-mock\r\n250 STARTTLS', STARTTLS: '220 go\r\n250 in clear'},
		{hello: 250, startTls: 220, tls: 'not-tls'},
	],
] as const) {
	test(`a server that ${name} is seen to do so`, async context => {
		const {hello, startTls, tls} = await ask(context, await serveWords(context, answers));
		const told = Object.entries({
			hello: hello && (hello.code ?? hello.trouble),
			startTls: startTls && (startTls.code ?? startTls.trouble),
			tls: tls?.outcome,
		}).filter(([, value]) => value !== undefined);
		assert.deepEqual(Object.fromEntries(told), expected);
	});
}

for (const [name, meet, banner] of [
	['turns everybody away', sayAndEnd('554 no SMTP service here\r\n'), 554],
	['is busy', sayAndEnd('421 too many connections\r\n'), 421],
	['hangs up', (socket: Socket) => socket.end(), 'closed'],
	['is a web server', sayAndEnd('HTTP/1.1 400 Bad Request\r\n\r\n'), 'not-smtp'],
	['is an SSH server', sayAndEnd('SSH-2.0-OpenSSH_9.2p1\r\n'), 'not-smtp'],
] as const) {
	test(`of a server that ${name} nothing more is seen`, async context => {
		const seen = await ask(context, await serveVisitors(context, meet));
		assert.equal(
			seen.banner?.code ?? (seen.banner as {trouble?: string}).trouble,
			banner,
		);
		assert.equal(seen.hello, undefined);
	});
}

for (const [capability, logins] of [
	['AUTH PLAIN LOGIN', ['PLAIN', 'LOGIN']],
	['AUTH=LOGIN PLAIN', ['LOGIN', 'PLAIN']],
	['auth plain', ['PLAIN']],
	['AUTH', []],
	['AUTHENTICATE', []],
] as const) {
	test(`"${capability}" offers ${logins.join(' and ') || 'no login'}`, async context => {
		const hello = `250-mock\r\n250-SIZE 1000\r\n250 ${capability}`;
		const port = await serveWords(context, {EHLO: hello});
		assert.deepEqual((await ask(context, port, 'none')).logins, logins);
	});
}

test('a capability in the greeting itself is only a word', async context => {
	const port = await serveWords(context, {EHLO: '250 STARTTLS'});
	assert.equal((await ask(context, port)).isStartTlsOffered, false);
});

// Whoever is on the way could slip answers in before the encryption begins (CVE-2011-0411).
test('what came in clear with the answer to STARTTLS counts for nothing inside it', async context => {
	const {certificate: cert, key} = identity;
	const port = await serveVisitors(context, socket => {
		socket.write('220 mock\r\n');
		socket.once('data', () => {
			socket.write('250-mock\r\n250 STARTTLS\r\n');
			socket.once('data', () => {
				socket.write('220 go\r\n250-mock\r\n250 AUTH PLAIN\r\n');
				const inside = new TLSSocket(socket, {isServer: true, cert, key});
				inside.on('error', () => undefined);
				inside.once('data', () => inside.end('250 inside\r\n'));
			});
		});
	});
	const {hello, logins, tls} = await ask(context, port);
	assert.equal(tls?.outcome, 'established');
	assert.deepEqual(hello, {code: 250, lines: ['inside']});
	assert.deepEqual(logins, []);
});

test('a hostile banner reaches nobody', async context => {
	const port = await serveVisitors(context, socket => {
		socket.write('220 \u001B]0;owned\u0007\u001B[2Jsmtp \u202Euni\r\n', 'utf8');
		socket.on('data', () => socket.end('250 \u001B[31mred\r\n'));
	});
	const seen = await ask(context, port);
	assert.deepEqual(seen.hello, {code: 250, lines: ['red']});
	assert.doesNotMatch(JSON.stringify(seen), /\\u00|[\u0080-\u009F]/);
});

for (const [name, words] of [
	['before the banner', []],
	['before the greeting', ['220 mock\r\n']],
	['before STARTTLS', ['220 mock\r\n', '250-mock\r\n250 STARTTLS\r\n']],
	[
		'before the handshake',
		['220 mock\r\n', '250-mock\r\n250 STARTTLS\r\n', '220 go\r\n'],
	],
] as const) {
	test(`a dialogue that is given up ${name} ends with the reason`, async context => {
		const controller = new AbortController();
		const reason = new Error('given up');
		const left: string[] = [...words];
		const port = await serveVisitors(context, socket => {
			const goOn = () => {
				const next = left.shift();
				if (next === undefined) {
					controller.abort(reason);
				} else {
					socket.write(next);
				}
			};
			socket.on('data', goOn);
			goOn();
		});
		const stream = await visit(context, port);
		await assert.rejects(
			askSmtp(stream, {...question, signal: controller.signal}),
			reason,
		);
	});
}

function sayAndEnd(words: string) {
	return (socket: Socket) => {
		socket.end(words);
	};
}
