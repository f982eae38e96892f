import assert from 'node:assert/strict';
import {once} from 'node:events';
import {type AddressInfo, createServer, type Socket} from 'node:net';
import {type TestContext, test} from 'node:test';
import {openTcp} from '../../../source/probes/tcp/open-tcp.js';
import {freePort} from '../loopback.js';
import {addressOf} from '../recorded-network.js';

const {signal} = new AbortController();
const here = addressOf('127.0.0.1');

for (const host of ['127.0.0.1', '::1']) {
	test(`a program that listens on ${host} is reached, and the connection stays open`, async context => {
		const {port, visit} = await listen(context, host);
		const {dialled, socket} = await openTcp(addressOf(host), port, {signal});
		assert.equal(dialled.outcome, 'connected');
		assert.equal(dialled.code, undefined);
		assert.ok(dialled.milliseconds < 3500);
		assert.ok(socket);
		const visitor = await visit;
		visitor.end('welcome');
		const [words] = (await once(socket, 'data')) as [Buffer];
		assert.equal(words.toString(), 'welcome');
		socket.destroy();
		await once(visitor.resume(), 'close', {signal: AbortSignal.timeout(2000)});
	});
}

test('a port that nobody listens on is refused', async () => {
	const {dialled, socket} = await openTcp(here, await freePort(), {signal});
	assert.equal(dialled.outcome, 'refused');
	assert.equal(dialled.code, 'ECONNREFUSED');
	assert.equal(socket, undefined);
});

test('a connection may be opened from a port of our choice', async context => {
	const {port, visit} = await listen(context);
	const localPort = await freePort();
	const {socket} = await openTcp(here, port, {signal, localPort});
	assert.equal((await visit).remotePort, localPort);
	socket?.destroy();
});

test('a connection that is cut later is no crash', async context => {
	const {port, visit} = await listen(context);
	const {socket} = await openTcp(here, port, {signal});
	assert.ok(socket);
	(await visit).resetAndDestroy();
	const cut = await new Promise<NodeJS.ErrnoException>(resolve => {
		socket.on('error', resolve);
	});
	assert.equal(cut.code, 'ECONNRESET');
});

for (const when of ['before it begins', 'while it goes on'] as const) {
	test(`a dial that is given up ${when} ends with the reason`, async () => {
		const controller = new AbortController();
		const reason = new Error('given up');
		if (when === 'before it begins') {
			controller.abort(reason);
		}

		const dialling = openTcp(here, await freePort(), {signal: controller.signal});
		controller.abort(reason);
		await assert.rejects(dialling, reason);
	});
}

async function listen(context: TestContext, host = '127.0.0.1') {
	const server = createServer().listen(0, host);
	context.after(() => server.close());
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	const visit = once(server, 'connection').then(([socket]) => socket as Socket);
	return {port, visit};
}
