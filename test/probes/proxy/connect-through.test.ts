import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer} from 'node:http';
import type {Socket} from 'node:net';
import {type TestContext, test} from 'node:test';
import {connectThrough} from '../../../source/probes/proxy/connect-through.js';
import {serve, serveVisitors, visit} from '../loopback.js';

const {signal} = new AbortController();
const destination = {host: 'license.looker.com', port: 443};

type Meeting = (socket: Socket, authority: string) => void;

/** A proxy that does with a CONNECT what a test wants. */
async function serveProxy(context: TestContext, meet: Meeting): Promise<number> {
	const server = createServer();
	server.on('connect', ({url = ''}, socket) => meet(socket as Socket, url));
	return serve(context, server);
}

test('a proxy that grants the way hands it over, with what came at once', async context => {
	const asked: string[] = [];
	const port = await serveProxy(context, (socket, authority) => {
		asked.push(authority);
		socket.write('HTTP/1.1 200 Connection established\r\n\r\n220 welcome');
		socket.once('data', words => socket.end(`you said ${String(words)}`));
	});
	const toProxy = await visit(context, port);
	const {seen, stream} = await connectThrough(toProxy, destination, signal);
	assert.ok(seen.outcome === 'answered');
	assert.equal(seen.status, 200);
	assert.ok(seen.milliseconds < 3500);
	assert.deepEqual(asked, ['license.looker.com:443']);
	assert.ok(stream);
	const [welcome] = await once(stream, 'data');
	assert.equal(String(welcome), '220 welcome');
	stream.write('hello');
	const [echo] = await once(stream, 'data');
	assert.equal(String(echo), 'you said hello');
});

for (const [host, authority] of [
	['10.0.0.1', '10.0.0.1:443'],
	['2001:db8::1', '[2001:db8::1]:443'],
] as const) {
	test(`a proxy is asked for ${host} as ${authority}`, async context => {
		const asked: string[] = [];
		const port = await serveProxy(context, (socket, url) => {
			asked.push(url);
			socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
		});
		await connectThrough(await visit(context, port), {host, port: 443}, signal);
		assert.deepEqual(asked, [authority]);
	});
}

test('a proxy that wants a login says which', async context => {
	const port = await serveProxy(context, socket =>
		socket.end(
			[
				'HTTP/1.1 407 Proxy Authentication Required\r\n',
				'Proxy-Authenticate: Basic realm="Campus\u009B2J"\r\n',
				'Proxy-Authenticate: Negotiate\r\n',
				'Content-Length: 12\r\n\r\nPlease login',
			].join(''),
			'latin1',
		),
	);
	const toProxy = await visit(context, port);
	const {seen, stream} = await connectThrough(toProxy, destination, signal);
	assert.ok(seen.outcome === 'answered');
	assert.equal(seen.status, 407);
	assert.equal(seen.login, 'Basic realm="Campus", Negotiate');
	assert.equal(stream, undefined);
});

for (const status of [403, 502, 503]) {
	test(`a proxy that answers ${status} gives no way`, async context => {
		const port = await serveProxy(context, socket =>
			socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 2\r\n\r\nno`),
		);
		const toProxy = await visit(context, port);
		const {seen, stream} = await connectThrough(toProxy, destination, signal);
		assert.ok(seen.outcome === 'answered');
		assert.equal(seen.status, status);
		assert.equal(stream, undefined);
	});
}

for (const [name, meet, outcome] of [
	['an SSH server', greet('SSH-2.0-OpenSSH_9.2p1\r\n'), 'not-a-proxy'],
	['a mail server', greet('220 smtp.uni.edu ESMTP\r\n'), 'not-a-proxy'],
	['rubbish', greet('\0'.repeat(64)), 'not-a-proxy'],
	['one that is cut off', cutOffAtData, 'closed'],
	['one that hangs up', (socket: Socket) => socket.end(), 'closed'],
	['one that is reset', resetAtData, 'closed'],
] as const) {
	test(`a CONNECT to ${name} ends as ${outcome}`, async context => {
		const port = await serveVisitors(context, meet);
		const toProxy = await visit(context, port);
		const {seen, stream} = await connectThrough(toProxy, destination, signal);
		assert.equal(seen.outcome, outcome, JSON.stringify(seen));
		assert.equal(stream, undefined);
	});
}

test('preliminary answers are no grant', async context => {
	const port = await serveVisitors(context, socket =>
		socket.once('data', () =>
			socket.end('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 403 Forbidden\r\n\r\n'),
		),
	);
	const toProxy = await visit(context, port);
	const {stream} = await connectThrough(toProxy, destination, signal);
	assert.equal(stream, undefined);
});

for (const when of ['before it begins', 'while the proxy is silent'] as const) {
	test(`a CONNECT that is given up ${when} ends with the reason`, async context => {
		const controller = new AbortController();
		const reason = new Error('given up');
		const port = await serveProxy(context, () => controller.abort(reason));
		const toProxy = await visit(context, port);
		if (when === 'before it begins') {
			controller.abort(reason);
		}

		const connecting = connectThrough(toProxy, destination, controller.signal);
		await assert.rejects(connecting, reason);
	});
}

function greet(words: string) {
	return (socket: Socket) => {
		socket.write(words, 'latin1');
	};
}

function cutOffAtData(socket: Socket): void {
	socket.on('data', () => socket.destroy());
}

function resetAtData(socket: Socket): void {
	socket.on('data', () => socket.resetAndDestroy());
}
