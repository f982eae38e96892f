import assert from 'node:assert/strict';
import {createSocket} from 'node:dgram';
import {once} from 'node:events';
import {type TestContext, test} from 'node:test';
import {exchange} from '../../../source/names/dns/exchange.js';
import {framed} from '../../../source/names/dns/frames.js';
import {address} from '../../helpers/sample.js';
import {freePort, serveVisitors} from '../../probes/loopback.js';
import {ipv4, queryFor, replyTo} from './messages.js';

const loopback = address('127.0.0.1');
const name = 'license.looker.com';
const good = (query: Uint8Array) => replyTo(query, [ipv4(name, '192.0.2.1')]);

type Send = (message: Uint8Array) => void;

/** A DNS server on loopback that sends whatever it is told to for each query. */
async function serve(
	context: TestContext,
	onQuery: (query: Buffer, send: Send, port: number) => void,
): Promise<number> {
	const socket = createSocket('udp4');
	context.after(() => socket.close());
	socket.on('message', (query, {port, address: from}) => {
		onQuery(query, message => socket.send(message, port, from), port);
	});
	socket.bind(0, '127.0.0.1');
	await once(socket, 'listening');
	return socket.address().port;
}

const ask = (port: number, via: 'udp' | 'tcp' = 'udp', timeout = 5000) =>
	exchange(loopback, queryFor(name), {via, port, timeout});

test('what comes back is the very answer, with the id of the query', async context => {
	const port = await serve(context, (query, send) => send(good(query)));
	assert.deepEqual(Buffer.from(await ask(port)), good(queryFor(name)));
});

test('on the way each query has an id and a port of its own', async context => {
	const seen = new Set<string>();
	const port = await serve(context, (query, send, from) => {
		seen.add(`${query.readUInt16BE(0)} ${from}`);
		send(good(query));
	});
	await Promise.all(Array.from({length: 20}, () => ask(port)));
	assert.equal(seen.size, 20);
});

test('a server that writes the name in other letters has answered', async context => {
	const port = await serve(context, (query, send) => {
		const reply = good(query);
		reply.write('LICENSE', 13);
		send(reply);
	});
	assert.equal((await ask(port))[13], 'L'.charCodeAt(0));
});

for (const [what, spoil] of [
	[
		'with another id',
		(reply: Buffer) => reply.writeUInt16BE(reply.readUInt16BE(0) ^ 1, 0),
	],
	['about another name', (reply: Buffer) => reply.write('x', 13)],
	['about another type', (reply: Buffer) => reply.writeUInt8(28, 12 + 20 + 1)],
	['that is a question itself', (reply: Buffer) => reply.writeUInt8(1, 2)],
] as const) {
	test(`an answer ${what} is passed over, and the right one waited for`, async context => {
		const port = await serve(context, (query, send) => {
			const wrong = replyTo(query, [ipv4(name, '198.51.100.66')]);
			spoil(wrong);
			send(wrong);
			send(Buffer.from('rubbish'));
			send(good(query));
		});
		assert.deepEqual(Buffer.from(await ask(port)), good(queryFor(name)));
	});
}

test('an answer from another port is not heard', async context => {
	const mockSpoofer = createSocket('udp4');
	context.after(() => mockSpoofer.close());
	const port = await serve(context, (query, send, from) => {
		const wrong = replyTo(query, [ipv4(name, '198.51.100.66')]);
		mockSpoofer.send(wrong, from, '127.0.0.1', () => send(good(query)));
	});
	assert.deepEqual(Buffer.from(await ask(port)), good(queryFor(name)));
});

test('a server that says nothing is given up in time', async context => {
	const port = await serve(context, () => undefined);
	await assert.rejects(ask(port, 'udp', 50), {code: 'ETIMEOUT'});
});

for (const via of ['udp', 'tcp'] as const) {
	test(`a server that is not there is not waited for, over ${via}`, async () => {
		await assert.rejects(ask(await freePort(), via), {code: 'ECONNREFUSED'});
	});
}

test('over TCP an answer may come in pieces, and others before it', async context => {
	const port = await serveVisitors(context, socket => {
		socket.on('data', (part: Buffer) => {
			const query = part.subarray(2);
			const other = Buffer.from(good(query));
			other.writeUInt16BE(other.readUInt16BE(0) ^ 1, 0);
			const bytes = Buffer.concat([framed(other), framed(good(query))]);
			socket.write(bytes.subarray(0, 7));
			socket.write(bytes.subarray(7));
		});
	});
	assert.deepEqual(Buffer.from(await ask(port, 'tcp')), good(queryFor(name)));
});

test('a server that hangs up has not answered', async context => {
	const port = await serveVisitors(context, socket => socket.end());
	await assert.rejects(ask(port, 'tcp'), {code: /ETIMEOUT|ECONNRESET/});
});

test('a server that did not understand has said so, though it does not repeat the question', async context => {
	const port = await serve(context, (query, send) => {
		const bare = Buffer.alloc(12);
		query.copy(bare, 0, 0, 2);
		// A response, with the code for a malformed query (RFC 1035 section 4.1.1).
		bare.writeUInt16BE(0x8001, 2);
		send(bare);
	});
	const reply = await ask(port);
	assert.deepEqual([reply.length, reply[3]], [12, 1]);
});

test('an answer without a question that is no error tells nothing', async context => {
	const port = await serve(context, (query, send) => {
		const bare = Buffer.alloc(12);
		query.copy(bare, 0, 0, 2);
		bare.writeUInt16BE(0x8000, 2);
		send(bare);
	});
	await assert.rejects(ask(port, 'udp', 50), {code: 'ETIMEOUT'});
});
