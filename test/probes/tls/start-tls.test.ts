import assert from 'node:assert/strict';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import type {Socket} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, type TestContext, test} from 'node:test';
import {createServer, type TLSSocket, type TlsOptions} from 'node:tls';
import {startTls} from '../../../source/probes/tls/start-tls.js';
import {serve, serveVisitors, visit} from '../loopback.js';
import {type Certificate, makeCertificate} from './certificates.js';

const {signal} = new AbortController();
const host = 'localhost';

let folder: string;
let own: Certificate;
before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'start-tls-'));
	own = await makeCertificate(folder, {
		subject: '/O=Campus/CN=localhost',
		names: ['DNS:localhost', 'IP:127.0.0.1'],
	});
});
after(() => rm(folder, {recursive: true}));

/** A TLS server with the certificate, and the first stream that it has encrypted. */
async function serveTls(context: TestContext, options: TlsOptions = {}) {
	const {promise, resolve} = Promise.withResolvers<TLSSocket>();
	const {certificate: cert, key} = own;
	const server = createServer({cert, key, ...options}, resolve);
	server.on('tlsClientError', () => undefined);
	return {port: await serve(context, server), visitor: promise};
}

test('a handshake shows the version, the certificate and how long it took', async context => {
	const {port} = await serveTls(context);
	const {seen} = await startTls(await visit(context, port), {host, signal});
	assert.ok(seen.outcome === 'established');
	assert.equal(seen.version, 'TLSv1.3');
	assert.match(seen.cipher, /^TLS_/);
	assert.deepEqual(
		seen.certificates.map(({subject, issuer, validFrom, validTo}) => [
			...[subject, issuer, validFrom, validTo],
		]),
		[['localhost', 'localhost', '2020-01-01T00:00:00.000Z', '2040-01-01T00:00:00.000Z']],
	);
	assert.deepEqual(seen.names, ['localhost', '127.0.0.1']);
	assert.equal(seen.isOtherName, false);
	assert.ok(seen.milliseconds < 3500);
});

test('what is said after the handshake travels encrypted', async context => {
	const {port, visitor} = await serveTls(context);
	const {socket} = await startTls(await visit(context, port), {host, signal});
	assert.ok(socket);
	const inside = await visitor;
	inside.pipe(inside);
	socket.write('hello');
	const [echo] = await once(socket, 'data');
	assert.equal(String(echo), 'hello');
});

for (const [called, servername, isOtherName] of [
	['localhost', 'localhost', false],
	['www.uni.edu', 'www.uni.edu', true],
	// A server name is never an address.
	['127.0.0.1', false, false],
	['::1', false, true],
] as const) {
	test(`a server that is called ${called} is told ${servername || 'no name'}`, async context => {
		const {port, visitor} = await serveTls(context);
		const {seen} = await startTls(await visit(context, port), {host: called, signal});
		assert.equal((await visitor).servername, servername);
		assert.ok(seen.outcome === 'established');
		assert.equal(seen.isOtherName, isOtherName);
	});
}

test('what is to be spoken inside is told', async context => {
	const {port, visitor} = await serveTls(context, {ALPNProtocols: ['h2', 'http/1.1']});
	const stream = await visit(context, port);
	await startTls(stream, {host, signal, protocols: ['http/1.1']});
	assert.equal((await visitor).alpnProtocol, 'http/1.1');
});

for (const version of ['TLSv1', 'TLSv1.1', 'TLSv1.2'] as const) {
	test(`a server that knows nothing newer than ${version} is understood, and its version named`, async context => {
		const {port} = await serveTls(context, {
			...{minVersion: version, maxVersion: version},
			ciphers: 'DEFAULT@SECLEVEL=0',
		});
		const {seen} = await startTls(await visit(context, port), {host, signal});
		assert.ok(seen.outcome === 'established', JSON.stringify(seen));
		assert.equal(seen.version, version);
	});
}

test('no newer version is offered than is wanted', async context => {
	const {port} = await serveTls(context);
	const stream = await visit(context, port);
	const {seen} = await startTls(stream, {host, signal, maxVersion: 'TLSv1.2'});
	assert.ok(seen.outcome === 'established');
	assert.equal(seen.version, 'TLSv1.2');
});

test('a server without a common version is told from one that fails', async context => {
	const {port} = await serveTls(context, {minVersion: 'TLSv1.3'});
	const stream = await visit(context, port);
	const {seen, socket} = await startTls(stream, {host, signal, maxVersion: 'TLSv1.2'});
	assert.equal(seen.outcome, 'refused');
	assert.ok('code' in seen);
	assert.match(seen.code, /PROTOCOL_VERSION/);
	assert.equal(socket, undefined);
});

test('a server without a common cipher is told from one that fails', async context => {
	const {port} = await serveTls(context, {
		...{maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES128-GCM-SHA256'},
	});
	const {seen} = await startTls(await visit(context, port), {host, signal});
	assert.equal(seen.outcome, 'refused');
});

/** The first words of a TLS server to a client that it does not want (RFC 8446 section 6). */
const alert = (description: number) => Buffer.from([21, 3, 3, 0, 2, 2, description]);

for (const [name, meet, outcome] of [
	['a web server', answer('HTTP/1.1 400 Bad Request\r\n\r\n'), 'not-tls'],
	['a mail server', greet('220 smtp.uni.edu ESMTP\r\n'), 'not-tls'],
	['an SSH server', greet('SSH-2.0-OpenSSH_9.2p1\r\n'), 'not-tls'],
	['rubbish', greet('\0'.repeat(64)), 'not-tls'],
	['one that echoes', answer(undefined), 'failed'],
	['one that finds nothing in common', answer(alert(40)), 'refused'],
	['one that finds the version too old', answer(alert(70)), 'refused'],
	['one that does not know the name', answer(alert(112)), 'failed'],
	['one that finds the record bad', answer(alert(20)), 'failed'],
	['one that has a fault itself', answer(alert(80)), 'failed'],
	['one that is cut off at once', (socket: Socket) => socket.destroy(), 'closed'],
	['one that hangs up at once', (socket: Socket) => socket.end(), 'closed'],
	['one that is cut off at the name', cutOffAtData, 'closed'],
	['one that is reset at the name', resetAtData, 'closed'],
	['one that hangs up in the middle', greet('\u0016\u0003\u0003', true), 'closed'],
] as const) {
	test(`TLS with ${name} ends as ${outcome}`, async context => {
		const port = await serveVisitors(context, meet);
		const {seen, socket} = await startTls(await visit(context, port), {host, signal});
		assert.equal(seen.outcome, outcome, JSON.stringify(seen));
		assert.equal(socket, undefined);
	});
}

test('a server that hangs up right after the handshake was there', async context => {
	const {port, visitor} = await serveTls(context);
	void visitor.then(socket => socket.destroy());
	const {seen} = await startTls(await visit(context, port), {host, signal});
	assert.equal(seen.outcome, 'established');
});

for (const when of ['before it begins', 'while the server is silent'] as const) {
	test(`a handshake that is given up ${when} ends with the reason`, async context => {
		const controller = new AbortController();
		const reason = new Error('given up');
		const port = await serveVisitors(context, socket =>
			socket.once('data', () => controller.abort(reason)),
		);
		const stream = await visit(context, port);
		if (when === 'before it begins') {
			controller.abort(reason);
		}

		const starting = startTls(stream, {host, signal: controller.signal});
		await assert.rejects(starting, reason);
	});
}

function greet(words: string, isEnd = false) {
	return (socket: Socket) => {
		socket.write(words, 'latin1');
		if (isEnd) {
			socket.end();
		}
	};
}

/** Answers to whatever comes; with that itself where there are no words. */
function answer(words: Uint8Array | string | undefined) {
	return (socket: Socket) => {
		socket.on('data', (data: Buffer) => socket.write(words ?? data));
	};
}

function cutOffAtData(socket: Socket): void {
	socket.on('data', () => socket.destroy());
}

function resetAtData(socket: Socket): void {
	socket.on('data', () => socket.resetAndDestroy());
}
