import {createSocket} from 'node:dgram';
import {EventEmitter, once} from 'node:events';
import {createServer, isIPv6, type Socket} from 'node:net';
import {networkInterfaces} from 'node:os';
import type {Arrivals, Port} from './messages.js';

type Listener = {readonly peers: string[]; readonly stop: () => void};

const arrivals = new EventEmitter().setMaxListeners(0);

const listeners = new Map<number, Listener>();
let lastId = 0;

/** Listens on every address of this host, and answers everybody. */
export async function listen({protocol, port}: Port) {
	const listener = await (protocol === 'tcp' ? listenTcp(port) : listenUdp(port));
	lastId += 1;
	listeners.set(lastId, listener);
	return lastId;
}

/** The addresses that have come to a listener, in order. */
export async function heard({listener, atLeast}: Arrivals): Promise<readonly string[]> {
	const {peers} = listeners.get(listener) ?? {peers: []};
	// A caller is connected before its listener knows of it.
	const signal = AbortSignal.timeout(2000);
	while (peers.length < atLeast && !signal.aborted) {
		await once(arrivals, 'arrived', {signal}).catch(() => {});
	}

	return peers;
}

/** Ends a listener and its connections. */
export function stopListening(id: number) {
	listeners.get(id)?.stop();
	listeners.delete(id);
	return null;
}

async function listenTcp(port: number): Promise<Listener> {
	const peers: string[] = [];
	const sockets = new Set<Socket>();
	const server = createServer(socket => {
		const peer = plain(socket.remoteAddress ?? '');
		peers.push(peer);
		arrivals.emit('arrived');
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
		socket.on('error', () => socket.destroy());
		socket.write(`Hello ${peer}\n`);
		socket.pipe(socket);
	});
	server.listen(port, '::');
	await once(server, 'listening');
	return {
		peers,
		stop() {
			server.close();
			for (const socket of sockets) {
				socket.destroy();
			}
		},
	};
}

async function listenUdp(port: number): Promise<Listener> {
	const peers: string[] = [];
	// One socket an address, or a reply might leave from another address than was asked.
	const sockets = await Promise.all(
		ownAddresses().map(async address => {
			const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
			socket.on('message', (message, peer) => {
				peers.push(peer.address);
				arrivals.emit('arrived');
				socket.send(message, peer.port, peer.address, () => {});
			});
			socket.bind(port, address);
			await once(socket, 'listening');
			return socket;
		}),
	);
	return {
		peers,
		stop() {
			for (const socket of sockets) {
				socket.close();
			}
		},
	};
}

function ownAddresses() {
	return Object.values(networkInterfaces())
		.flatMap(addresses => addresses ?? [])
		.map(({address}) => address)
		.filter(address => !address.startsWith('fe80:'));
}

const plain = (address: string) => address.replace(/^::ffff:/, '');
