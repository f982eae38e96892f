import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {createSocket, type RemoteInfo, type Socket} from 'node:dgram';
import {once} from 'node:events';
import {test} from 'node:test';
import {askTime} from '../../../source/probes/time/ask-time.js';
import {addressOf} from '../recorded-network.js';
import {timePacket} from './time-packet.js';

const {signal} = new AbortController();
const here = addressOf('127.0.0.1');
const nonceOf = (question: Buffer) => question.subarray(40, 48);

for (const host of ['127.0.0.1', '::1']) {
	test(`a time server on ${host} is asked once and tells its clock`, async () => {
		const server = await timeServer((reply, question) => {
			const now = Date.now() + 60_000;
			reply(timePacket({nonce: nonceOf(question), arrived: now, left: now}));
		}, host);
		const answer = await askTime(addressOf(host), server.port, signal);
		server.close();
		assert.equal(answer.outcome, 'connected');
		assert.equal(answer.code, undefined);
		assert.ok(Math.abs((answer.reply?.offset ?? 0) - 60_000) < 500);
		assert.equal(server.questions.length, 1);
	});
}

test('a port that nobody answers on is refused at once', async () => {
	const server = await timeServer(() => undefined);
	server.close();
	const answer = await askTime(here, server.port, signal);
	assert.equal(answer.outcome, 'refused');
	assert.equal(answer.reply, undefined);
	assert.ok(answer.milliseconds < 3000);
});

test('rubbish and the answers to others are passed over', async () => {
	const server = await timeServer((reply, question) => {
		reply(Buffer.from('rubbish'));
		reply(timePacket({nonce: Buffer.alloc(8, 7), stratum: 9}));
		reply(question);
		reply(timePacket({nonce: nonceOf(question), stratum: 3}));
	});
	const {reply} = await askTime(here, server.port, signal);
	server.close();
	assert.equal(reply?.stratum, 3);
});

test('a server that never answers is asked several times, for 3.5 s', async () => {
	const server = await timeServer(() => undefined);
	const answer = await askTime(here, server.port, signal);
	server.close();
	assert.equal(answer.outcome, 'timeout');
	assert.equal(answer.reply, undefined);
	assert.ok(answer.milliseconds >= 3400 && answer.milliseconds < 5000);
	assert.equal(server.questions.length, 4);
});

test('a late answer to the first question does not make the clock look wrong', async () => {
	const arrived = Date.now();
	let first: Buffer | undefined;
	const server = await timeServer((reply, question) => {
		// The second question has come: only now the first one is answered.
		if (first !== undefined) {
			const left = Date.now();
			reply(timePacket({nonce: nonceOf(first), arrived, left}));
		}

		first ??= question;
	});
	const {reply} = await askTime(here, server.port, signal);
	server.close();
	assert.ok(reply);
	assert.ok(Math.abs(reply.offset) < 250, `the clock looks ${reply.offset} ms wrong`);
});

test('a question that is given up ends with the reason', async () => {
	const controller = new AbortController();
	const server = await timeServer(() => controller.abort(new Error('given up')));
	await assert.rejects(askTime(here, server.port, controller.signal), /given up/);
	server.close();
});

test('a question that was given up before it began is not waited for', async () => {
	const server = await timeServer(() => undefined);
	const asking = askTime(here, server.port, AbortSignal.abort(new Error('given up')));
	const limit = once(AbortSignal.timeout(5000), 'abort');
	const ended = await Promise.race([asking.catch(String), limit.then(() => 'still on')]);
	server.close();
	assert.match(String(ended), /given up/);
});

// The broadcast address of loopback, which the kernel refuses to connect a socket to.
test('an address that the kernel refuses at once is a result, not a crash', async () => {
	const answer = await askTime(addressOf('127.255.255.255'), 9, signal);
	assert.equal(answer.outcome, 'prohibited');
	assert.equal(answer.code, 'EACCES');
});

type Answerer = (reply: (packet: Buffer) => void, question: Buffer) => void;

async function timeServer(answer: Answerer, host = '127.0.0.1') {
	const socket: Socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
	const questions: Buffer[] = [];
	socket.on('message', (question: Buffer, {port, address}: RemoteInfo) => {
		questions.push(question);
		answer(packet => socket.send(packet, port, address), question);
	});
	socket.bind(0, host);
	await once(socket, 'listening');
	return {port: socket.address().port, questions, close: () => socket.close()};
}
