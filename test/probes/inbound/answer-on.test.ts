import assert from 'node:assert/strict';
import {once} from 'node:events';
import {type AddressInfo, connect, createServer, type Socket} from 'node:net';
import {text} from 'node:stream/consumers';
import {test} from 'node:test';
import {answerOn} from '../../../source/probes/inbound/answer-on.js';
import {freePort} from '../loopback.js';

for (const address of ['127.0.0.1', '::1'] as const) {
	test(`says one plain line to whoever comes over ${address}, and closes`, async () => {
		const port = await freePort();
		const standIn = (await answerOn(port)) ?? assert.fail('the port was free');
		const socket = connect(port, address);
		// What a browser or another program says at once must not spoil the answer.
		socket.write('GET / HTTP/1.1\r\n\r\n');
		assert.equal(
			await text(socket),
			'analytics-setup answers here for a test; Analytics itself does not run yet\n',
		);
		await standIn.close();
		const [error] = await once(connect(port, address), 'error');
		assert.equal(error.code, 'ECONNREFUSED');
	});
}

test('leaves a port alone on which a program listens, and the program too', async () => {
	const server = createServer(socket => socket.end('the program\n')).listen(0);
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	assert.equal(await answerOn(port), undefined);
	assert.equal(await text(connect(port, '127.0.0.1')), 'the program\n');
	server.close();
});

test('whoever holds a connection open does not keep it from closing', async () => {
	const port = await freePort();
	const standIn = (await answerOn(port)) ?? assert.fail('the port was free');
	const held = connect({port, host: '127.0.0.1', allowHalfOpen: true});
	const closed = once(held, 'close');
	held.on('error', () => undefined);
	held.resume();
	await once(held, 'connect');
	await standIn.close();
	held.end();
	await closed;
});

test('holds 32 connections at most', async () => {
	const port = await freePort();
	const standIn = (await answerOn(port)) ?? assert.fail('the port was free');
	// They do not hang up by themselves, and so each takes a place.
	const sockets = Array.from({length: 100}, () =>
		connect({port, host: '127.0.0.1', allowHalfOpen: true}),
	);
	const isAnswered = await Promise.all(sockets.map(hasAnswer));
	for (const socket of sockets) {
		socket.destroy();
	}

	await standIn.close();
	assert.equal(isAnswered.filter(Boolean).length, 32);
});

async function hasAnswer(socket: Socket): Promise<boolean> {
	const {promise, resolve} = Promise.withResolvers<boolean>();
	socket.on('data', () => resolve(true));
	socket.on('error', () => resolve(false));
	socket.on('end', () => resolve(false));
	return promise;
}
