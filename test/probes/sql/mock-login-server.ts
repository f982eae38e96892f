import {createServer as createTcpServer, type Socket} from 'node:net';
import type {Duplex} from 'node:stream';
import type {TestContext} from 'node:test';
import {createSecureContext, createServer as createTlsServer, TLSSocket} from 'node:tls';
import {
	packet,
	packetType,
	preloginReply,
	takePackets,
} from '../../campus/services/mock-sql/tds.js';
import {tlsInside} from '../../campus/services/mock-sql/tls-inside.js';
import {serve} from '../loopback.js';
import type {Certificate} from '../tls/certificates.js';

// A mock: no SQL Server is here. It reads a login and answers it as a test wants.

/** What a client said of itself. */
export type LoginRead = {
	readonly user: string;
	readonly password: string;
	readonly database: string;
};

export type MockServer = {
	readonly identity: Certificate;
	/** The tokens that answer a login; undefined hangs up, and `silence` says nothing. */
	readonly answer: (login: LoginRead) => Buffer | undefined | 'silence';
	/** Whether TLS comes before everything else (TDS 8). */
	readonly isStrict?: boolean;
	/** What PRELOGIN is answered with. */
	readonly prelogin?: Buffer;
};

const batch = 0x01;

/** Starts it on loopback. Every login that it was sent is written down. */
export async function serveSql(context: TestContext, mock: MockServer) {
	const logins: LoginRead[] = [];
	const {certificate: cert, key} = mock.identity;
	const talk = (stream: Duplex, socket = stream) => {
		onPacket(stream, bytes => {
			const [type] = bytes;
			if (type === packetType.prelogin) {
				stream.write(preloginReply());
			} else if (type === batch) {
				stream.write(packet(packetType.reply, done()));
			} else if (type === packetType.login) {
				logins.push(readLogin(bytes));
				answer(stream, socket, mock.answer(readLogin(bytes)));
			}
		});
	};
	const beginTds7 = (socket: Socket) => {
		const stop = onPacket(socket, () => {
			stop();
			socket.write(mock.prelogin ?? preloginReply());
			// TLS inside of TDS knows nothing newer than 1.2.
			const secureContext = createSecureContext({cert, key, maxVersion: 'TLSv1.2'});
			talk(new TLSSocket(tlsInside(socket), {isServer: true, secureContext}), socket);
		});
	};
	const server =
		mock.isStrict === true
			? createTlsServer({cert, key, ALPNProtocols: ['tds/8.0']}, talk)
			: createTcpServer(beginTds7);
	server.on('tlsClientError', () => undefined);
	return {port: await serve(context, server), logins};
}

function answer(
	stream: Duplex,
	socket: Duplex,
	tokens: ReturnType<MockServer['answer']>,
): void {
	if (tokens === undefined) {
		socket.destroy();
	} else if (tokens !== 'silence') {
		stream.write(packet(packetType.reply, tokens));
	}
}

function onPacket(stream: Duplex, listener: (bytes: Buffer) => void) {
	let rest: Buffer = Buffer.alloc(0);
	const take = (part: Buffer) => {
		const [packets, left] = takePackets(Buffer.concat([rest, part]));
		rest = Buffer.from(left);
		packets.forEach(listener);
	};
	stream.on('error', () => stream.destroy());
	stream.on('data', take);
	return () => stream.off('data', take);
}

/** LOGIN7 (MS-TDS 2.2.6.4): places and lengths, and behind them the texts. */
function readLogin(bytes: Buffer): LoginRead {
	const payload = bytes.subarray(8);
	const bytesAt = (place: number) => {
		const from = payload.readUInt16LE(place);
		return payload.subarray(from, from + 2 * payload.readUInt16LE(place + 2));
	};
	const password = bytesAt(44).map(byte => {
		const turned = byte ^ 0xa5;
		return ((turned << 4) | (turned >> 4)) & 0xff;
	});
	return {
		user: bytesAt(40).toString('utf16le'),
		password: Buffer.from(password).toString('utf16le'),
		database: bytesAt(68).toString('utf16le'),
	};
}

/** LOGINACK (MS-TDS 2.2.7.14) for SQL Server 2022, in a database. */
export function accepted(database: string): Buffer {
	const version = [0x74, 0, 0, 4];
	const body = [1, ...version, ...shortText('Microsoft SQL Server'), 16, 0, 3, 0xe8];
	const change = [1, ...shortText(database), ...shortText('master')];
	return Buffer.concat([token(0xe3, change), token(0xad, body), done()]);
}

/** ERROR (MS-TDS 2.2.7.10). */
export function refused(
	...errors: ReadonlyArray<readonly [number: number, text: string]>
): Buffer {
	const tokens = errors.map(([number, text]) => {
		const head = Buffer.alloc(8);
		head.writeUInt32LE(number);
		head.set([1, 14], 4);
		head.writeUInt16LE(text.length, 6);
		const line = [1, 0, 0, 0];
		const body = [...head, ...Buffer.from(text, 'utf16le')];
		return token(0xaa, [...body, ...shortText('MSSQL'), ...shortText(''), ...line]);
	});
	return Buffer.concat([...tokens, done(0x02)]);
}

/** ENVCHANGE that sends the client on to another server (MS-TDS 2.2.7.9, type 20). */
export function sentOn(server: string, port: number): Buffer {
	const name = Buffer.from(server, 'utf16le');
	const value = Buffer.alloc(5);
	value.writeUInt16LE(port, 1);
	value.writeUInt16LE(server.length, 3);
	const length = Buffer.alloc(2);
	length.writeUInt16LE(value.length + name.length);
	const change = token(0xe3, [20, ...length, ...value, ...name, 0, 0]);
	return Buffer.concat([accepted('master').subarray(0, -13), change, done()]);
}

function token(type: number, body: readonly number[]): Buffer {
	return Buffer.from([type, body.length & 0xff, body.length >> 8, ...body]);
}

function shortText(text: string): readonly number[] {
	return [text.length, ...Buffer.from(text, 'utf16le')];
}

function done(status = 0): Buffer {
	return Buffer.from([0xfd, status, 0, 0, 0, ...Buffer.alloc(8)]);
}
