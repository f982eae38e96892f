import {createSocket} from 'node:dgram';
import {once} from 'node:events';
import {connect, isIPv6} from 'node:net';
import {decode, type RecordType} from 'dns-packet';
import {framed, readFrames} from '../../../source/names/dns/frames.js';
import {queryFor} from '../dns/messages.js';

/** A program that asks a DNS server, and keeps its socket. */
export type Program = {
	/** The addresses that it is told, in order; or what became of the question instead. */
	readonly ask: (name: string, type?: RecordType) => Promise<readonly string[]>;
	/** Sends whatever it is given, and waits for nothing. */
	readonly send: (bytes: Uint8Array) => void;
	/** The response code of the next answer, whatever it is about. */
	readonly nextCode: () => Promise<number>;
	readonly close: () => void;
};

/** Longer than the forwarder waits for anybody, in milliseconds. */
const patience = 10_000;

export async function openProgram(server: string): Promise<Program> {
	const socket = createSocket(isIPv6(server) ? 'udp6' : 'udp4');
	socket.connect(53, server);
	await once(socket, 'connect');
	// A refusal is told by whatever is asked next.
	socket.on('error', () => undefined);
	const next = async () => {
		const [reply] = await once(socket, 'message', {
			signal: AbortSignal.timeout(patience),
		});
		return reply as Buffer;
	};

	return {
		async ask(name, type) {
			const reply = next();
			socket.send(queryFor(name, type));
			return reply.then(addressesIn, error => [String(error.code)]);
		},
		send: bytes => socket.send(bytes),
		nextCode: async () => codeIn(await next()),
		close: () => socket.close(),
	};
}

/** Asks over TCP, as a program does that says at once that it has no other question. */
export async function askOverTcp(
	server: string,
	name: string,
): Promise<readonly string[]> {
	const socket = connect({host: server, port: 53, allowHalfOpen: true});
	const replies: Uint8Array[] = [];
	socket.on(
		'data',
		readFrames(reply => replies.push(reply)),
	);
	socket.end(framed(queryFor(name)));
	await once(socket, 'close');
	return replies.flatMap(reply => addressesIn(Buffer.from(reply)));
}

function addressesIn(reply: Buffer): readonly string[] {
	const {answers = []} = decode(reply);
	return answers
		.flatMap(answer =>
			answer.type === 'A' || answer.type === 'AAAA' ? [answer.data] : [],
		)
		.toSorted();
}

function codeIn(reply: Buffer): number {
	return reply.readUInt8(3) & 0x0f;
}
