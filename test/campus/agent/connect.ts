import {once} from 'node:events';
import {createConnection, type Socket} from 'node:net';
import type {Dial, Heard, Saying} from './messages.js';

type Held = {readonly socket: Socket; received: string};

const connections = new Map<number, Held>();
let lastId = 0;

/** Opens a TCP connection that stays open, to see later what becomes of it. */
export async function connect({address, port, sourceAddress, sourcePort}: Dial) {
	const socket = createConnection({
		host: address,
		port,
		...(sourceAddress && {localAddress: sourceAddress}),
		...(sourcePort && {localPort: sourcePort}),
	});
	await once(socket, 'connect');
	const held: Held = {socket, received: ''};
	socket.setEncoding('utf8').on('data', (text: string) => {
		held.received += text;
	});
	socket.on('error', () => socket.destroy());
	lastId += 1;
	connections.set(lastId, held);
	return lastId;
}

/** Says something on an open connection, and whether it comes back. */
export async function say({connection, text, timeout}: Saying): Promise<Heard> {
	const held = connections.get(connection);
	if (!held || held.socket.destroyed) {
		return 'closed';
	}

	const {promise, resolve} = Promise.withResolvers<Heard>();
	const onData = () => {
		if (held.received.includes(text)) {
			resolve('answered');
		}
	};
	const onClose = () => resolve('closed');
	const timer = setTimeout(resolve, timeout, 'timeout');
	held.received = '';
	held.socket.on('data', onData).on('close', onClose).write(text);
	try {
		return await promise;
	} finally {
		clearTimeout(timer);
		held.socket.off('data', onData).off('close', onClose);
	}
}

/** Ends a connection. */
export function hangUp(connection: number) {
	connections.get(connection)?.socket.destroy();
	connections.delete(connection);
	return null;
}
