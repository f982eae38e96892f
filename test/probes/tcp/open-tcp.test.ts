import assert from 'node:assert/strict';
import {once} from 'node:events';
import {type AddressInfo, createServer} from 'node:net';
import {test} from 'node:test';
import {type DialOutcome, dialTcp, outcomeOf} from '../../../source/probes/tcp/dial-tcp.js';
import {addressOf} from '../recorded-network.js';

const {signal} = new AbortController();

for (const host of ['127.0.0.1', '::1']) {
	test(`a program that listens on ${host} is reached, and then left alone`, async () => {
		const server = createServer().listen(0, host);
		await once(server, 'listening');
		const {port} = server.address() as AddressInfo;
		const visit = once(server, 'connection');
		const dialled = await dialTcp(addressOf(host), port, signal);
		assert.equal(dialled.outcome, 'connected');
		assert.equal(dialled.code, undefined);
		assert.ok(dialled.milliseconds < 3500);
		const [socket] = await visit;
		await once(socket.resume(), 'close', {signal: AbortSignal.timeout(2000)});
		server.close();
	});
}

test('a port that nobody listens on is refused', async () => {
	const {outcome, code} = await dialTcp(addressOf('127.0.0.1'), await freePort(), signal);
	assert.equal(outcome, 'refused');
	assert.equal(code, 'ECONNREFUSED');
});

for (const when of ['before it begins', 'while it goes on'] as const) {
	test(`a dial that is given up ${when} ends with the reason`, async () => {
		const controller = new AbortController();
		const reason = new Error('given up');
		if (when === 'before it begins') {
			controller.abort(reason);
		}

		const dialling = dialTcp(addressOf('127.0.0.1'), await freePort(), controller.signal);
		controller.abort(reason);
		await assert.rejects(dialling, reason);
	});
}

for (const [code, outcome] of [
	['ECONNREFUSED', 'refused'],
	['ECONNRESET', 'refused'],
	['ENETUNREACH', 'unreachable'],
	['EHOSTUNREACH', 'unreachable'],
	['EACCES', 'prohibited'],
	['EPERM', 'prohibited'],
	['ETIMEDOUT', 'timeout'],
] satisfies ReadonlyArray<readonly [string, DialOutcome]>) {
	test(`${code} means ${outcome}`, () => {
		assert.equal(outcomeOf(code), outcome);
	});
}

for (const code of ['EMFILE', 'EAFNOSUPPORT', 'EINVAL', 'ENETDOWN', 'ENOBUFS']) {
	test(`${code}, a fault of this server, is not called "no answer" of the network`, () => {
		assert.notEqual(outcomeOf(code), 'timeout');
	});
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}
