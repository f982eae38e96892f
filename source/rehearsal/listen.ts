import {createSocket} from 'node:dgram';
import {once} from 'node:events';
import {createServer} from 'node:net';
import type {Place} from './messages.js';

/** Waits at a place: TCP lets everybody in, UDP sends back what it is sent. */
export async function listen({protocol, address, port}: Place): Promise<void> {
	if (protocol === 'tcp') {
		await once(createServer().listen(port, address), 'listening');
		return;
	}

	const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
	socket.on('message', (message, {port: theirs, address: sender}) => {
		// Whether it could be sent is seen by who waits for it.
		socket.send(message, theirs, sender, () => undefined);
	});
	socket.bind(port, address);
	await once(socket, 'listening');
}
