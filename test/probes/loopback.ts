import {once} from 'node:events';
import {
	type AddressInfo,
	connect,
	createServer,
	type Server,
	type Socket,
} from 'node:net';
import type {TestContext} from 'node:test';

/** Lets a server listen on a free port of loopback; when the test ends it is gone. */
export async function serve(
	context: TestContext,
	server: Server,
	host = '127.0.0.1',
): Promise<number> {
	const visitors = new Set<Socket>();
	server.on('connection', (socket: Socket) => {
		visitors.add(socket);
		// A probe hangs up whenever it knows enough.
		socket.on('error', () => socket.destroy());
	});
	context.after(() => {
		server.close();
		for (const socket of visitors) {
			socket.destroy();
		}
	});
	server.listen(0, host);
	await once(server, 'listening');
	return (server.address() as AddressInfo).port;
}

/** A server that does with each visitor what a test wants. */
export async function serveVisitors(
	context: TestContext,
	meet: (socket: Socket) => void,
): Promise<number> {
	return serve(context, createServer(meet));
}

/** An open connection to a port of loopback, as a probe gets one. */
export async function visit(context: TestContext, port: number): Promise<Socket> {
	const socket = connect(port, '127.0.0.1');
	socket.on('error', () => undefined);
	context.after(() => socket.destroy());
	await once(socket, 'connect');
	return socket;
}

/** A port of loopback that was free a moment ago. */
export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}
