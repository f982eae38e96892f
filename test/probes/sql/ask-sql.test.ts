import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {mkdtemp, rm} from 'node:fs/promises';
import type {Socket} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, type TestContext, test} from 'node:test';
import {createSecureContext, TLSSocket} from 'node:tls';
import {askSql} from '../../../source/probes/sql/ask-sql.js';
import {openTcp} from '../../../source/probes/tcp/open-tcp.js';
import {packet, packetType, preloginReply} from '../../campus/services/mock-sql/tds.js';
import {tlsInside} from '../../campus/services/mock-sql/tls-inside.js';
import {serveVisitors, visit} from '../loopback.js';
import {addressOf} from '../recorded-network.js';
import {type Certificate, makeCertificate} from '../tls/certificates.js';
import {serveSql} from './mock-login-server.js';

const {signal} = new AbortController();

let folder: string;
let identity: Certificate;
before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'ask-sql-'));
	identity = await makeCertificate(folder, {subject: '/CN=SSL_Self_Signed_Fallback'});
});
after(() => rm(folder, {recursive: true}));

const ask = async (context: TestContext, port: number, stop = signal) => {
	const reopen = async () => openTcp(addressOf('127.0.0.1'), port, {signal: stop});
	const stream = await visit(context, port);
	return askSql(stream, {host: 'mssql.uni.edu', signal: stop, reopen});
};
const answer = () => undefined;
/** The mock's answer to PRELOGIN with another word about encryption. */
const withEncryption = (code: number) =>
	Buffer.from([...preloginReply().subarray(0, -1), code]);

for (const [code, encryption] of [
	[0, 'off'],
	[1, 'on'],
	[3, 'required'],
] as const) {
	test(`a server whose encryption is "${encryption}" is encrypted inside TDS, with TLS 1.2`, async context => {
		const mock = {identity, answer, prelogin: withEncryption(code)};
		const seen = await ask(context, (await serveSql(context, mock)).port);
		assert.ok(seen.outcome === 'answered', JSON.stringify(seen));
		const {version, isStrict, tls} = seen;
		assert.deepEqual([version, isStrict], ['16.0.1000', false]);
		assert.equal(seen.encryption, encryption);
		assert.ok(tls?.outcome === 'established', JSON.stringify(tls));
		assert.equal(tls.version, 'TLSv1.2');
		assert.equal(tls.certificates[0]?.subject, 'SSL_Self_Signed_Fallback');
	});
}

test('inside of TDS nothing newer than TLS 1.2 is offered', async context => {
	const {certificate: cert, key} = identity;
	const port = await serveVisitors(context, socket => {
		socket.once('data', () => {
			socket.write(preloginReply());
			const secureContext = createSecureContext({cert, key, maxVersion: 'TLSv1.3'});
			const inside = new TLSSocket(tlsInside(socket), {isServer: true, secureContext});
			inside.on('error', () => socket.destroy());
		});
	});
	const seen = await ask(context, port);
	assert.ok(seen.outcome === 'answered');
	assert.ok(seen.tls?.outcome === 'established', JSON.stringify(seen.tls));
	assert.equal(seen.tls.version, 'TLSv1.2');
});

test('with a server that cannot encrypt no encryption is begun', async context => {
	const mock = {identity, answer, prelogin: withEncryption(2)};
	const seen = await ask(context, (await serveSql(context, mock)).port);
	assert.ok(seen.outcome === 'answered');
	assert.equal(seen.encryption, 'not-supported');
	assert.equal(seen.tls, undefined);
});

test('a server that wants TLS first (TDS 8) is found out by a second connection', async context => {
	const {port} = await serveSql(context, {identity, answer, isStrict: true});
	const seen = await ask(context, port);
	assert.ok(seen.outcome === 'answered', JSON.stringify(seen));
	assert.deepEqual([seen.version, seen.isStrict], ['16.0.1000', true]);
	assert.ok(seen.tls?.outcome === 'established');
});

test('an answer may come byte by byte', async context => {
	const port = await serveVisitors(context, socket => {
		socket.setNoDelay(true);
		socket.once('data', () => {
			for (const byte of withEncryption(2)) {
				socket.write(Buffer.from([byte]));
			}
		});
	});
	const seen = await ask(context, port);
	assert.ok(seen.outcome === 'answered', JSON.stringify(seen));
	assert.equal(seen.version, '16.0.1000');
});

for (const [name, meet, outcome, words] of [
	['a web server', answerWith('HTTP/1.1 400 Bad Request\r\n'), 'not-sql', /^HTTP\/1\.1/],
	['an SSH server', sayAtOnce('SSH-2.0-OpenSSH_9.2p1\r\n'), 'not-sql', /^SSH-2\.0/],
	[
		'terminal escapes',
		sayAtOnce('\u001B]0;owned\u0007\u001B[2Jhello'),
		'not-sql',
		/^hello$/,
	],
	[
		'a packet of TDS that says nothing',
		answerWith(packet(packetType.reply, Buffer.from('rubbish'))),
		'not-sql',
		/rubbish/,
	],
	['one that hangs up', (socket: Socket) => socket.end(), 'closed', /^$/],
	['one that is cut off at the question', cutOffAtData, 'closed', /^$/],
	['a TLS alert', answerWith(Buffer.from([0x15, 3, 3, 0, 2, 2, 40])), 'closed', /^$/],
] as const) {
	test(`${name} in place of a SQL Server is told as ${outcome}`, async context => {
		const seen = await ask(context, await serveVisitors(context, meet));
		assert.ok(seen.outcome !== 'answered');
		assert.equal(seen.outcome, outcome);
		assert.match(seen.words, words);
	});
}

test('a server that answers and then fails to encrypt is still one', async context => {
	const port = await serveVisitors(context, socket => {
		socket.once('data', () => {
			socket.write(preloginReply());
			socket.once('data', () => socket.destroy());
		});
	});
	const seen = await ask(context, port);
	assert.ok(seen.outcome === 'answered');
	assert.equal(seen.tls?.outcome, 'closed');
});

for (const [name, words] of [
	['before the answer', undefined],
	['in the middle of the answer', preloginReply().subarray(0, 12)],
	['in the handshake', preloginReply()],
] as const) {
	test(`a question that is given up ${name} ends with the reason`, async context => {
		const controller = new AbortController();
		const reason = new Error('given up');
		const port = await serveVisitors(context, socket => {
			socket.once('data', () => {
				if (words === undefined) {
					controller.abort(reason);
					return;
				}

				socket.once('data', () => controller.abort(reason));
				socket.write(words, () => {
					if (words.length < preloginReply().length) {
						controller.abort(reason);
					}
				});
			});
		});
		await assert.rejects(ask(context, port, controller.signal), reason);
	});
}

function answerWith(words: Uint8Array | string) {
	return (socket: Socket) => {
		socket.once('data', () => socket.end(words));
	};
}

function sayAtOnce(words: string) {
	return (socket: Socket) => {
		socket.write(words);
	};
}

function cutOffAtData(socket: Socket): void {
	socket.on('data', () => socket.destroy());
}
