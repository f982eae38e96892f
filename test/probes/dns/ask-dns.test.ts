import assert from 'node:assert/strict';
import {createSocket} from 'node:dgram';
import {once} from 'node:events';
import {type TestContext, test} from 'node:test';
import {decode, encode, type Packet} from 'dns-packet';
import {directPorts} from '../../../source/policy/forwarder-place.js';
import {askDns} from '../../../source/probes/dns/ask-dns.js';
import {freePort, serveVisitors} from '../loopback.js';
import {addressOf} from '../recorded-network.js';

const {signal} = new AbortController();
const protocols = ['udp', 'tcp'] as const;
type Protocol = (typeof protocols)[number];

const questionTo = (port: number, protocol: Protocol, host = '127.0.0.1') => ({
	...{server: addressOf(host), protocol, name: 'analytics.uni.edu', port},
});
const codes = {NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5} as const;

/** What a server sends for a question; nothing at all where it is silent. */
type Answerer = (question: Packet) => readonly Buffer[];

/** A DNS server on loopback (RFC 1035), over one protocol. */
async function serveDns(
	context: TestContext,
	protocol: Protocol,
	answer: Answerer,
	host = '127.0.0.1',
): Promise<number> {
	return protocol === 'udp'
		? serveDatagrams(context, answer, host)
		: serveVisitors(context, socket => {
				let bytes = Buffer.alloc(0);
				socket.on('data', (part: Buffer) => {
					bytes = Buffer.concat([bytes, part]);
					if (bytes.length >= 2 && bytes.length >= bytes.readUInt16BE(0) + 2) {
						for (const message of answer(decode(bytes.subarray(2)))) {
							socket.write(withLength(message));
						}
					}
				});
			});
}

async function serveDatagrams(
	context: TestContext,
	answer: Answerer,
	host: string,
	askedFrom: number[] = [],
) {
	const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
	context.after(() => socket.close());
	socket.on('message', (datagram, {port, address}) => {
		askedFrom.push(port);
		for (const message of answer(decode(datagram))) {
			socket.send(message, port, address);
		}
	});
	socket.bind(0, host);
	await once(socket, 'listening');
	return socket.address().port;
}

function withLength(message: Buffer): Buffer {
	const length = Buffer.alloc(2);
	length.writeUInt16BE(message.length);
	return Buffer.concat([length, message]);
}

/** The answer to a question, with a code of RFC 1035. */
function answerTo({id = 0, questions = []}: Packet, code: number): Buffer {
	return encode({type: 'response', id, flags: code, questions});
}

for (const protocol of protocols) {
	for (const [code, number] of Object.entries(codes)) {
		test(`a server that answers ${code} over ${protocol} is heard`, async context => {
			const asked: Packet[] = [];
			const port = await serveDns(context, protocol, question => {
				asked.push(question);
				return [answerTo(question, number)];
			});
			const {dialled, code: heard} = await askDns(questionTo(port, protocol), signal);
			assert.equal(heard, code);
			assert.equal(dialled.outcome, 'connected');
			assert.ok(dialled.milliseconds < 3500);
			const [{questions: [question] = [], flags = 0} = {}] = asked;
			assert.deepEqual([question?.type, question?.name], ['A', 'analytics.uni.edu']);
			assert.equal(flags & 0x01_00, 0x01_00, 'recursion is desired');
		});
	}

	test(`a port on which nothing listens is refused over ${protocol}`, async () => {
		const question = questionTo(await freePort(), protocol);
		const {dialled, code} = await askDns(question, signal);
		assert.equal(code, undefined);
		assert.equal(dialled.outcome, 'refused');
		assert.equal(dialled.code, 'ECONNREFUSED');
	});

	for (const when of ['before it begins', 'while the server is silent'] as const) {
		test(`a question over ${protocol} that is given up ${when} ends with the reason`, async context => {
			const controller = new AbortController();
			const reason = new Error('given up');
			const port = await serveDns(context, protocol, () => {
				controller.abort(reason);
				return [];
			});
			if (when === 'before it begins') {
				controller.abort(reason);
			}

			const asking = askDns(questionTo(port, protocol), controller.signal);
			await assert.rejects(asking, reason);
		});
	}
}

test('rubbish, our own question and the answers to others are passed over', async context => {
	const port = await serveDns(context, 'udp', question => [
		Buffer.from('rubbish'),
		encode({...question, type: 'query'}),
		answerTo({...question, id: ((question.id ?? 0) + 1) % 0x1_00_00}, 0),
		answerTo(question, codes.REFUSED),
	]);
	const {code} = await askDns(questionTo(port, 'udp'), signal);
	assert.equal(code, 'REFUSED');
});

test('a server on IPv6 is asked too', async context => {
	const port = await serveDns(context, 'udp', question => [answerTo(question, 0)], '::1');
	const {code} = await askDns(questionTo(port, 'udp', '::1'), signal);
	assert.equal(code, 'NOERROR');
});

test('an answer over TCP may come byte by byte', async context => {
	const port = await serveVisitors(context, socket => {
		socket.setNoDelay(true);
		socket.once('data', (data: Buffer) => {
			const answer = withLength(answerTo(decode(data.subarray(2)), codes.NXDOMAIN));
			for (const byte of answer) {
				socket.write(Buffer.from([byte]));
			}
		});
	});
	const {code} = await askDns(questionTo(port, 'tcp'), signal);
	assert.equal(code, 'NXDOMAIN');
});

for (const [name, bytes] of [
	['nothing', ''],
	['half a length', '\0'],
	['a length without a message', '\0\u0040'],
	['an SSH banner', 'SSH-2.0-OpenSSH_9.2p1\r\n'],
] as const) {
	test(`a server that hangs up over TCP with ${name} is no DNS`, async context => {
		const port = await serveVisitors(context, socket =>
			socket.once('data', () => socket.end(bytes, 'latin1')),
		);
		const {dialled, code} = await askDns(questionTo(port, 'tcp'), signal);
		assert.equal(code, undefined);
		assert.equal(dialled.outcome, 'refused');
	});
}

test('a message that points to itself does no harm', async context => {
	const port = await serveDns(context, 'udp', question => {
		const answer = answerTo(question, 0);
		// The name of the question becomes a pointer to its own place (RFC 1035 section 4.1.4).
		const looped = Buffer.from(answer);
		looped.writeUInt16BE(0xc0_0c, 12);
		return [looped, answerTo(question, codes.SERVFAIL)];
	});
	const {code} = await askDns(questionTo(port, 'udp'), signal);
	assert.equal(code, 'SERVFAIL');
});

for (const protocol of protocols) {
	test(`over ${protocol} a question comes from a port that is not turned to this server`, async context => {
		const ports: number[] = [];
		const port =
			protocol === 'udp'
				? await serveDatagrams(
						context,
						question => [answerTo(question, 0)],
						'127.0.0.1',
						ports,
					)
				: await serveVisitors(context, socket => {
						ports.push(socket.remotePort ?? 0);
						socket.end();
					});
		await askDns(questionTo(port, protocol), signal);
		assert.ok(
			ports.every(from => from >= directPorts.first && from <= directPorts.last),
			String(ports),
		);
		assert.equal(ports.length, 1);
	});
}
