import {randomInt} from 'node:crypto';
import type {Socket} from 'node:net';
import {decode, encode, type Packet, streamEncode} from 'dns-packet';
import type {Address} from '../../addresses/address.js';
import type {Protocol} from '../../catalogue/connection.js';
import {fromDirectPort} from '../../host/direct-port.js';
import {codeOf} from '../../host/file-errors.js';
import {answerLimit, type Dialled, dialledSince} from '../tcp/dial-outcome.js';
import {openTcp} from '../tcp/open-tcp.js';
import {exchange} from '../udp/exchange.js';

export type DnsQuestion = {
	readonly server: Address;
	readonly protocol: Protocol;
	/** The name whose IPv4 address is asked for. */
	readonly name: string;
	/** 53 unless told. */
	readonly port?: number;
};

/** What was seen of one question to a DNS server. */
export type DnsSeen = {
	readonly dialled: Dialled;
	/** The answer's code as RFC 6895 names it, `NOERROR`; undefined without an answer. */
	readonly code: string | undefined;
};

const dnsPort = 53;

/**
 * Asks a DNS server one question (RFC 1035), over UDP or over TCP, within 3.5 s.
 * @throws the signal's reason when it is called off
 */
export async function askDns(
	{server, protocol, name, port = dnsPort}: DnsQuestion,
	signal: AbortSignal,
): Promise<DnsSeen> {
	const question = {
		type: 'query' as const,
		id: randomInt(0x1_00_00),
		flags: recursionDesired,
		questions: [{type: 'A' as const, name}],
	} satisfies Question;
	const ask = protocol === 'udp' ? askByDatagram : askByStream;
	return fromDirectPort(
		localPort => ask({server, port, localPort}, question, signal),
		({dialled}) => dialled.code,
	);
}

type Place = {
	readonly server: Address;
	readonly port: number;
	/** Of this side. */
	readonly localPort: number;
};

const recursionDesired = 0x01_00;

type Question = Packet & {readonly id: number};

async function askByDatagram(
	{server, port, localPort}: Place,
	question: Question,
	signal: AbortSignal,
): Promise<DnsSeen> {
	const {dialled, answer} = await exchange(
		{
			address: server,
			port,
			localPort,
			question: () => encode(question),
			answerIn: message => codeIn(message, question),
		},
		signal,
	);
	return {dialled, code: answer};
}

async function askByStream(
	{server, port, localPort}: Place,
	question: Question,
	signal: AbortSignal,
): Promise<DnsSeen> {
	const start = performance.now();
	const {dialled, socket} = await openTcp(server, port, {signal, localPort});
	if (socket === undefined) {
		return {dialled, code: undefined};
	}

	try {
		// Not ended: some take that for goodbye, and answer nothing any more.
		socket.write(streamEncode(question));
		return seenFrom(await withinLimit(readReply(socket, question), signal), start);
	} finally {
		socket.destroy();
	}
}

/** A message over TCP has its length before it, in two bytes (RFC 1035 section 4.2.2). */
async function readReply(socket: Socket, question: Question): Promise<DnsReply> {
	let bytes = Buffer.alloc(0);
	try {
		for await (const part of socket) {
			bytes = Buffer.concat([bytes, part as Buffer]);
			if (bytes.length >= 2 && bytes.length >= bytes.readUInt16BE(0) + 2) {
				break;
			}
		}
	} catch (error) {
		return {error: codeOf(error) ?? String(error)};
	}

	const code = codeIn(bytes.subarray(2), question);
	return code === undefined ? {error: 'ECONNRESET'} : {code};
}

/** What came back, or the error of the operating system. */
type DnsReply = {readonly code: string} | {readonly error: string};

async function withinLimit(
	reply: Promise<DnsReply>,
	signal: AbortSignal,
): Promise<DnsReply> {
	const limit = AbortSignal.any([signal, AbortSignal.timeout(answerLimit)]);
	const {promise, resolve} = Promise.withResolvers<DnsReply>();
	const giveUp = () => resolve({error: 'ETIMEDOUT'});
	limit.addEventListener('abort', giveUp, {once: true});
	const first = await Promise.race([reply, promise]);
	limit.removeEventListener('abort', giveUp);
	signal.throwIfAborted();
	return first;
}

function seenFrom(reply: DnsReply, start: number): DnsSeen {
	return 'error' in reply
		? {dialled: dialledSince(start, reply.error), code: undefined}
		: {dialled: dialledSince(start, undefined), code: reply.code};
}

/** The code of an answer to this very question, or undefined. */
function codeIn(message: Buffer, {id}: Question): string | undefined {
	try {
		const answer = decode(message) as Packet & {readonly rcode?: string};
		return answer.type === 'response' && answer.id === id ? answer.rcode : undefined;
	} catch {
		return undefined;
	}
}
