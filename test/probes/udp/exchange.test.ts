import assert from 'node:assert/strict';
import {createSocket} from 'node:dgram';
import {once} from 'node:events';
import {test} from 'node:test';
import {exchange} from '../../../source/probes/udp/exchange.js';
import {addressOf} from '../recorded-network.js';

const {signal} = new AbortController();

/** A peer on loopback that answers as it is told. */
async function openPeer(
	answer: (datagram: Buffer, count: number) => string | undefined,
): Promise<AsyncDisposable & {readonly port: number}> {
	const socket = createSocket('udp4');
	let count = 0;
	socket.on('message', (datagram, {port, address}) => {
		count += 1;
		const text = answer(datagram, count);
		if (text !== undefined) {
			socket.send(text, port, address);
		}
	});
	socket.bind(0, '127.0.0.1');
	await once(socket, 'listening');
	return {
		port: socket.address().port,
		async [Symbol.asyncDispose]() {
			socket.close();
			await once(socket, 'close');
		},
	};
}

const ask = (port: number, stop = signal) => {
	let asked = 0;
	return exchange(
		{
			address: addressOf('127.0.0.1'),
			port,
			question() {
				asked += 1;
				return Buffer.from(`question ${asked}`);
			},
			answerIn: datagram => /^answer (.*)$/.exec(datagram.toString())?.[1],
		},
		stop,
	);
};

test('an answer ends the exchange', async () => {
	await using peer = await openPeer(datagram => `answer ${datagram.toString()}`);
	const {dialled, answer} = await ask(peer.port);
	assert.equal(answer, 'question 1');
	assert.equal(dialled.outcome, 'connected');
});

test('what is no answer is passed over, and a lost question asked anew', async () => {
	await using peer = await openPeer((datagram, count) =>
		count === 1 ? 'rubbish' : `answer ${datagram.toString()}`,
	);
	const {answer} = await ask(peer.port);
	assert.equal(answer, 'question 2');
});

test('a port that nobody listens on is refused', async () => {
	const peer = await openPeer(() => undefined);
	await peer[Symbol.asyncDispose]();
	const {dialled, answer} = await ask(peer.port);
	assert.equal(answer, undefined);
	assert.equal(dialled.outcome, 'refused');
	assert.equal(dialled.code, 'ECONNREFUSED');
});

test('what is called off ends with the reason', async () => {
	const controller = new AbortController();
	const reason = new Error('enough');
	await using peer = await openPeer(() => {
		controller.abort(reason);
		return undefined;
	});
	await assert.rejects(ask(peer.port, controller.signal), reason);
});
