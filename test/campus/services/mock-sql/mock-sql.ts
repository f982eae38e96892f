import {readFileSync} from 'node:fs';
import {createServer as createTcpServer, type Socket} from 'node:net';
import process from 'node:process';
import type {Duplex} from 'node:stream';
import {
	createSecureContext,
	createServer as createTlsServer,
	TLSSocket,
	type TlsOptions,
} from 'node:tls';
import {loginRefused, packetType, preloginReply, takePackets} from './tds.js';
import {tlsInside} from './tls-inside.js';

// A mock: no SQL Server is here. It answers PRELOGIN, encrypts as SQL Server does, and then
// refuses every login. To anything else it says nothing.
// Given: its kind; the folder of its certificate; addresses, each with a port.

const kinds = {
	// TLS inside of TDS knows nothing newer than 1.2.
	tds7: {maxVersion: 'TLSv1.2'},
	// So with this nobody can begin.
	'tds7 with TLS 1.3': {minVersion: 'TLSv1.3'},
	// TLS first, as with Encrypt=strict.
	tds8: {ALPNProtocols: ['tds/8.0']},
} as const satisfies Readonly<Record<string, TlsOptions>>;

const [, , , kind = 'tds7', folder = '', ...places] = process.argv;
const options: TlsOptions = {
	cert: readFileSync(`${folder}/certificate.pem`),
	key: readFileSync(`${folder}/key.pem`),
	...kinds[kind as keyof typeof kinds],
};
const context = createSecureContext(options);

/** Gives each packet to a listener, until that takes the stream over. */
function onPacket(stream: Duplex, listener: (type: number | undefined) => void) {
	let rest = Buffer.alloc(0);
	const take = (part: Buffer) => {
		const [packets, left] = takePackets(Buffer.concat([rest, part]));
		rest = Buffer.from(left);
		for (const each of packets) {
			listener(each[0]);
		}
	};
	stream.on('error', () => stream.destroy());
	stream.on('data', take);
	return () => stream.off('data', take);
}

function answerLogin(stream: Duplex) {
	onPacket(stream, type => {
		if (type === packetType.login) {
			stream.end(loginRefused());
		}
	});
}

function speakTds7(socket: Socket) {
	const stop = onPacket(socket, type => {
		if (type === packetType.prelogin) {
			stop();
			socket.write(preloginReply());
			answerLogin(
				new TLSSocket(tlsInside(socket), {isServer: true, secureContext: context}),
			);
		}
	});
}

function speakTds8(stream: Duplex) {
	onPacket(stream, type => {
		if (type === packetType.prelogin) {
			stream.write(preloginReply());
		} else if (type === packetType.login) {
			stream.end(loginRefused());
		}
	});
}

for (const place of places) {
	const [address, port] = place.split(' ');
	const server =
		kind === 'tds8' ? createTlsServer(options, speakTds8) : createTcpServer(speakTds7);
	server.listen(Number(port), address);
}
