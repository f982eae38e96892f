import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {createServer, type RequestListener} from 'node:http';
import {createServer as createSecureServer} from 'node:https';
import {connect, type Server} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, type TestContext, test} from 'node:test';
import {proxyTarget} from '../../source/answers/proxy-url.js';
import {proxyLoginOf} from '../../source/probes/proxy/proxy-login.js';
import type {Errand, Way} from '../../source/probes/talk.js';
import {travel} from '../../source/probes/travel.js';
import {freePort, serve, serveVisitors} from './loopback.js';
import {addressOf} from './recorded-network.js';
import {serveMail} from './smtp/serve-mail.js';
import {serveSql} from './sql/mock-login-server.js';
import {type Certificate, makeCertificate} from './tls/certificates.js';

const {signal} = new AbortController();
const traveller = {hostname: 'analytics.uni.edu', signal, limitPackets: undefined};
const address = addressOf('127.0.0.1');
const direct: Way = {via: 'direct', address};
const through = (url: string): Way => ({
	...{via: 'proxy', address},
	proxy: proxyTarget(url) ?? assert.fail(url),
});
const https = (port: number): Errand => ({
	...{talk: 'https', host: 'localhost', port, path: '/page'},
});
const http = (port: number): Errand => ({...https(port), talk: 'http'}) as Errand;
const stagesOf = (seen: object) => Object.keys(seen);

let folder: string;
let identity: Certificate;
before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'travel-'));
	identity = await makeCertificate(folder, {
		...{subject: '/CN=localhost', names: ['DNS:localhost']},
	});
});
after(() => rm(folder, {recursive: true}));

/** Answers with the address that was asked for as the title of its page. */
const echo: RequestListener = ({url}, response) => {
	response.end(`<title>${url}</title>`);
};

async function serveWeb(context: TestContext, isSecure: boolean): Promise<number> {
	const {certificate: cert, key} = identity;
	return serve(
		context,
		isSecure ? createSecureServer({cert, key}, echo) : createServer(echo),
	);
}

/** A real proxy: it connects where it is asked to, and answers requests itself. */
async function serveProxy(context: TestContext, isSecure = false): Promise<number> {
	const {certificate: cert, key} = identity;
	const server: Server = isSecure
		? createSecureServer({cert, key}, echo)
		: createServer(echo);
	server.on('connect', ({url = ''}, socket) => {
		const [, port = ''] = url.split(':');
		const onward = connect(Number(port), '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			socket.pipe(onward).pipe(socket);
		});
		onward.on('error', () => socket.destroy());
		socket.on('error', () => onward.destroy());
	});
	return serve(context, server);
}

test('to a web server, TCP is opened and a page asked for', async context => {
	const seen = await travel(direct, http(await serveWeb(context, false)), traveller);
	assert.deepEqual(stagesOf(seen), ['dialled', 'http']);
	assert.ok(seen.http?.outcome === 'answered');
	assert.equal(seen.http.title, '/page');
});

test('to a web server with TLS, the page is asked for inside it', async context => {
	const seen = await travel(direct, https(await serveWeb(context, true)), traveller);
	assert.deepEqual(stagesOf(seen), ['dialled', 'tls', 'http']);
	assert.ok(seen.tls?.outcome === 'established');
	assert.equal(seen.tls.isOtherName, false);
	assert.ok(seen.http?.outcome === 'answered');
});

test('a port that nobody listens on is the end of the way', async () => {
	const seen = await travel(direct, https(await freePort()), traveller);
	assert.deepEqual(stagesOf(seen), ['dialled']);
	assert.equal(seen.dialled.outcome, 'refused');
});

test('a handshake that fails is the end of the way', async context => {
	const seen = await travel(direct, https(await serveWeb(context, false)), traveller);
	assert.deepEqual(stagesOf(seen), ['dialled', 'tls']);
	assert.equal(seen.tls?.outcome, 'not-tls');
});

for (const isSecure of [false, true]) {
	const scheme = isSecure ? 'https' : 'http';
	test(`a proxy that is spoken to by ${scheme} connects to what is encrypted`, async context => {
		const port = await serveProxy(context, isSecure);
		const way = through(`${scheme}://localhost:${port}`);
		const seen = await travel(way, https(await serveWeb(context, true)), traveller);
		assert.deepEqual(stagesOf(seen), ['dialled', 'proxy', 'tls', 'http']);
		assert.ok(seen.proxy?.outcome === 'answered');
		assert.equal(seen.proxy.status, 200);
		assert.ok(seen.tls?.outcome === 'established');
		assert.ok(seen.http?.outcome === 'answered');
		assert.equal(seen.http.title, '/page');
	});

	test(`a proxy that is spoken to by ${scheme} fetches what is not encrypted`, async context => {
		const port = await serveProxy(context, isSecure);
		const way = through(`${scheme}://localhost:${port}`);
		const seen = await travel(way, http(80), traveller);
		assert.deepEqual(stagesOf(seen), ['dialled', 'http']);
		assert.ok(seen.http?.outcome === 'answered');
		assert.equal(seen.http.title, 'http://localhost/page');
	});
}

/** A proxy that says as whom it was asked, before a site that does the same. */
async function serveListeners(context: TestContext, identity?: Certificate) {
	const heard: string[] = [];
	const {certificate: cert = '', key = ''} = identity ?? {};
	const hear =
		(who: string): RequestListener =>
		({headers}, response) => {
			heard.push(`${who} ${headers['proxy-authorization'] ?? 'nothing'}`);
			response.end();
		};
	const site = await serve(context, createServer(hear('site')));
	const proxy =
		identity === undefined
			? createServer(hear('proxy'))
			: createSecureServer({cert, key}, hear('proxy'));
	proxy.on('connect', ({headers}, socket) => {
		heard.push(`proxy ${headers['proxy-authorization'] ?? 'nothing'}`);
		const onward = connect(site, '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			socket.pipe(onward).pipe(socket);
		});
		for (const end of [socket, onward]) {
			end.on('error', () => onward.destroy());
		}
	});
	return {heard, port: await serve(context, proxy)};
}

const login = {user: 'Ünal', password: 'gehäim:x'};
const logInToProxy = proxyLoginOf(login.user, async () => login.password);
const basic = `Basic ${Buffer.from('Ünal:gehäim:x').toString('base64')}`;

for (const errand of [https(443), http(80)]) {
	test(`asked for ${errand.talk}, a proxy is told the login, and nobody behind it`, async context => {
		const {heard, port} = await serveListeners(context);
		const way = through(`http://localhost:${port}`);
		const seen = await travel(way, errand, {...traveller, logInToProxy});
		assert.equal(heard[0], `proxy ${basic}`);
		assert.ok(
			heard.slice(1).every(each => each === 'site nothing'),
			heard.join(),
		);
		assert.deepEqual(seen.proxyLogin, {user: 'Ünal'});
		assert.ok(!JSON.stringify(seen).includes(basic.slice(6)));
	});
}

test('a site to which no proxy leads is told no login', async context => {
	const heard: unknown[] = [];
	const server = createServer(({headers}, response) => {
		heard.push(headers['proxy-authorization']);
		response.end();
	});
	const port = await serve(context, server);
	const seen = await travel(direct, http(port), {...traveller, logInToProxy});
	assert.deepEqual([heard, seen.proxyLogin], [[undefined], undefined]);
});

test('a proxy whose certificate nobody vouches for is told no password', async context => {
	const {heard, port} = await serveListeners(context, identity);
	const way = through(`https://localhost:${port}`);
	const seen = await travel(way, http(80), {...traveller, logInToProxy});
	assert.deepEqual(heard, ['proxy nothing']);
	assert.match(seen.proxyLogin?.lack ?? '', /not trusted/);
});

test('a proxy that should speak TLS and does not is none', async context => {
	const way = through(`https://localhost:${await serveProxy(context)}`);
	const seen = await travel(way, https(443), traveller);
	assert.deepEqual(stagesOf(seen), ['dialled', 'proxy']);
	assert.equal(seen.proxy?.outcome, 'not-a-proxy');
});

test('a proxy that gets nowhere is the end of the way', async context => {
	const way = through(`http://localhost:${await serveProxy(context)}`);
	const seen = await travel(way, https(await freePort()), traveller);
	assert.deepEqual(stagesOf(seen), ['dialled', 'proxy']);
	assert.equal(seen.proxy?.outcome, 'closed');
});

test('with a mail server SMTP is spoken', async context => {
	const account = {user: 'bob', password: 'right'};
	const {port} = await serveMail(context, {identity, account});
	const errand = {talk: 'smtp', host: 'localhost', port, security: 'starttls'} as const;
	const seen = await travel(direct, errand, traveller);
	assert.deepEqual(stagesOf(seen), ['dialled', 'smtp']);
	assert.equal(seen.smtp?.tls?.outcome, 'established');
});

test('with a SQL Server TDS is spoken', async context => {
	const {port} = await serveSql(context, {identity, answer: () => undefined});
	const errand = {talk: 'sql', host: 'localhost', port} as const;
	const seen = await travel(direct, errand, traveller);
	assert.deepEqual(stagesOf(seen), ['dialled', 'sql']);
	assert.equal(seen.sql?.outcome, 'answered');
});

test('a time server is asked by datagrams', async () => {
	const errand = {talk: 'sntp', host: 'localhost', port: await freePort()} as const;
	const seen = await travel(direct, errand, traveller);
	assert.deepEqual(stagesOf(seen), ['dialled']);
	assert.equal(seen.dialled.outcome, 'refused');
});

test('a connection is closed when what there was to say is said', async context => {
	const {promise, resolve} = Promise.withResolvers<void>();
	const port = await serveVisitors(context, socket => {
		socket.once('data', () =>
			socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'),
		);
		socket.once('close', () => resolve());
	});
	await travel(direct, http(port), traveller);
	await promise;
});

test('a journey that is given up ends with the reason, and leaves no connection', async context => {
	const controller = new AbortController();
	const reason = new Error('given up');
	const {promise, resolve} = Promise.withResolvers<void>();
	const port = await serveVisitors(context, socket => {
		socket.once('data', () => controller.abort(reason));
		socket.once('close', () => resolve());
	});
	const impatient = {...traveller, signal: controller.signal};
	await assert.rejects(travel(direct, https(port), impatient), reason);
	await promise;
});
