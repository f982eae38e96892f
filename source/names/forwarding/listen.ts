import {createSocket} from 'node:dgram';
import {once} from 'node:events';
import {createServer, type Socket} from 'node:net';
import type {Family} from '../../addresses/address.js';
import {codeOf} from '../../host/file-errors.js';
import {framed, readFrames} from '../dns/frames.js';
import type {Transport} from './answer-query.js';
import {type OpenQuestions, openQuestions} from './open-questions.js';

/** What is answered to a message; undefined where it deserves no answer. */
export type Answer = (
	query: Uint8Array,
	via: Transport,
) => Promise<Uint8Array | undefined>;

type Listening = {
	readonly port: number;
	readonly answer: Answer;
	readonly questions: OpenQuestions;
};

const hosts = {4: '127.0.0.1', 6: '::1'} as const;

/** How long a connection may be idle, in milliseconds (RFC 7766 section 6.2.3). */
const idle = 10_000;
const mostConnections = 256;

/** Bytes of questions that come in one moment; the kernel may permit less. */
const burst = 4 * 1024 * 1024;

/**
 * Answers on a port of this server's loopback addresses, over UDP and TCP.
 * @returns the address families in which it does: a server may have no IPv6
 * @throws when it cannot, for instance because the port is taken
 */
export async function listen(port: number, answer: Answer): Promise<readonly Family[]> {
	const questions = openQuestions({inAll: 2000, ofOne: 100});
	await listenOn(4, {port, answer, questions});
	try {
		await listenOn(6, {port, answer, questions});
		return [4, 6];
	} catch (error) {
		if (codeOf(error) === 'EADDRINUSE') {
			throw error;
		}

		return [4];
	}
}

async function listenOn(family: Family, listening: Listening): Promise<void> {
	const {port, answer, questions} = listening;
	const server = createServer({allowHalfOpen: true}, socket =>
		serveConnection(socket, listening),
	);
	server.maxConnections = mostConnections;
	server.listen({port, host: hosts[family], ipv6Only: family === 6});
	await once(server, 'listening');
	server.on('error', () => undefined);

	const socket = createSocket({
		type: `udp${family}`,
		ipv6Only: family === 6,
		recvBufferSize: burst,
	});
	socket.bind({port, address: hosts[family]});
	await once(socket, 'listening');
	// A program that is gone before its answer comes is none of ours.
	socket.on('error', () => undefined);
	socket.on('message', async (query, {port: to, address}) => {
		const asker = `udp ${address} ${to}`;
		const reply = await questions
			.answer(asker, () => answer(query, 'udp'))
			.catch(() => undefined);
		if (reply !== undefined) {
			socket.send(reply, to, address);
		}
	});
}

/** Each question is answered, also when the program has said that it asks no more. */
function serveConnection(socket: Socket, {answer, questions}: Listening): void {
	socket.setTimeout(idle, () => socket.destroy());
	socket.on('error', () => socket.destroy());
	const asker = `tcp ${socket.remoteAddress} ${socket.remotePort}`;
	const underWay = new Set<Promise<void>>();
	const reply = async (query: Uint8Array) => {
		const answered = await questions
			.answer(asker, () => answer(query, 'tcp'))
			.catch(() => undefined);
		if (answered !== undefined && socket.writable) {
			socket.write(framed(answered));
		}
	};

	const read = readFrames(query => {
		const work = reply(query).finally(() => underWay.delete(work));
		underWay.add(work);
	});
	socket.on('data', read);
	socket.on('end', async () => {
		await Promise.all(underWay);
		socket.end();
	});
}
