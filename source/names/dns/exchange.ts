import {randomInt} from 'node:crypto';
import {createSocket} from 'node:dgram';
import {connect} from 'node:net';
import {type Address, formatAddress} from '../../addresses/address.js';
import {framed, readFrames} from './frames.js';
import {readQuestion} from './read-question.js';

export type ExchangeOptions = {
	readonly via: 'udp' | 'tcp';
	/** In milliseconds. */
	readonly timeout: number;
	/** 53 unless told. */
	readonly port?: number;
	/** The port of this side; one that nobody can guess unless told. */
	readonly localPort?: number | undefined;
};

type Ask = Omit<Required<ExchangeOptions>, 'localPort'> & {
	readonly server: Address;
	readonly query: Uint8Array;
	readonly localPort: number | undefined;
};

/**
 * Asks a server once, from a port of its own. What comes back is the very answer, but for its
 * id, which is that of the query: on the way both have one that nobody can guess.
 *
 * @param query with exactly one question
 * @throws when there is no answer in time, or the system says that there will be none
 */
export async function exchange(
	server: Address,
	query: Uint8Array,
	{via, timeout, port = 53, localPort}: ExchangeOptions,
): Promise<Uint8Array> {
	const sent = withId(Uint8Array.from(query), randomInt(0x1_0000));
	const ask = {server, query: sent, via, timeout, port, localPort};
	const reply = await (via === 'udp' ? askOverUdp(ask) : askOverTcp(ask));
	return withId(Uint8Array.from(reply), idOf(query));
}

function askOverUdp({server, query, timeout, port, localPort}: Ask): Promise<Uint8Array> {
	const {promise, resolve, reject} = Promise.withResolvers<Uint8Array>();
	const socket = createSocket(`udp${server.family}`);
	const timer = setTimeout(() => reject(noAnswer()), timeout);
	socket.on('error', reject);
	socket.on('message', reply => {
		if (isAnswerTo(query, reply)) {
			resolve(reply);
		}
	});
	if (localPort !== undefined) {
		socket.bind({port: localPort, exclusive: true});
	}

	socket.once('connect', () => {
		socket.send(query, error => {
			if (error) {
				reject(error);
			}
		});
	});
	// Connected: only this server is heard, and an ICMP error is one of this socket. Without a
	// callback, which would get the error in place of the listener above.
	socket.connect(port, formatAddress(server));
	return promise.finally(() => {
		clearTimeout(timer);
		socket.close();
	});
}

function askOverTcp({server, query, timeout, port, localPort}: Ask): Promise<Uint8Array> {
	const {promise, resolve, reject} = Promise.withResolvers<Uint8Array>();
	const from = localPort === undefined ? {} : {localPort};
	const socket = connect({host: formatAddress(server), port, ...from});
	const timer = setTimeout(() => reject(noAnswer()), timeout);
	socket.on('error', reject);
	socket.on('close', () => reject(noAnswer()));
	const frames = readFrames(reply => {
		if (isAnswerTo(query, reply)) {
			resolve(reply);
		}
	});
	socket.on('data', frames);
	socket.write(framed(query));
	return promise.finally(() => {
		clearTimeout(timer);
		socket.destroy();
	});
}

function noAnswer(): Error {
	return Object.assign(new Error('The DNS server does not answer.'), {code: 'ETIMEOUT'});
}

const headerBytes = 12;
const isResponse = 0x80;

/** Whoever else sends something does not know the id, or what was asked. */
function isAnswerTo(query: Uint8Array, reply: Uint8Array): boolean {
	const isReply =
		reply.length >= headerBytes &&
		idOf(reply) === idOf(query) &&
		((reply[2] ?? 0) & isResponse) !== 0;
	return isReply && (isSameQuestion(query, reply) || isBareError(reply));
}

function isSameQuestion(query: Uint8Array, reply: Uint8Array): boolean {
	const asked = readQuestion(query);
	const answered = readQuestion(reply);
	return (
		asked !== undefined &&
		answered !== undefined &&
		answered.name === asked.name &&
		answered.type === asked.type &&
		classOf(reply, answered.end) === classOf(query, asked.end)
	);
}

/** Who did not understand the question need not repeat it; such an answer tells nothing. */
function isBareError(reply: Uint8Array): boolean {
	const [questions, answers] = [4, 6].map(at => idOf(reply.subarray(at)));
	return questions === 0 && answers === 0 && ((reply[3] ?? 0) & 0x0f) !== 0;
}

function idOf([high = 0, low = 0]: Uint8Array): number {
	return high * 256 + low;
}

function withId(message: Uint8Array, id: number): Uint8Array {
	message[0] = id >> 8;
	message[1] = id & 0xff;
	return message;
}

/** The last two bytes of the question. */
function classOf(message: Uint8Array, end: number): number {
	return idOf(message.subarray(end - 2));
}
