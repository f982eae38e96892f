import {createServer, type Server, type Socket} from 'node:net';

/** A stand-in for a service that does not run yet. */
export type StandIn = {readonly close: () => Promise<void>};

/**
 * Answers on a port where no program listens, on every address of this server, so that
 * whoever knocks sees a connection. It opens nothing in the firewall.
 * @returns undefined where a program listens already
 */
export async function answerOn(port: number): Promise<StandIn | undefined> {
	const sockets = new Set<Socket>();
	const server = createServer(socket => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
		socket.on('error', () => socket.destroy());
		socket.setTimeout(patience, () => socket.destroy());
		// What is said is not read, but has to be taken in for the end to be a clean one.
		socket.resume().end(greeting);
	});
	server.maxConnections = mostConnections;
	if (!(await hasOpened(server, port))) {
		return undefined;
	}

	return {
		async close() {
			const closed = Promise.withResolvers<void>();
			server.close(() => closed.resolve());
			for (const socket of sockets) {
				socket.destroy();
			}

			await closed.promise;
		},
	};
}

const greeting =
	'analytics-setup answers here for a test; Analytics itself does not run yet\n';

/** How long a connection may last, in milliseconds. */
const patience = 2000;

/** Enough for every machine that is tried at a time; nobody can hold more. */
const mostConnections = 32;

async function hasOpened(server: Server, port: number): Promise<boolean> {
	const {promise, resolve, reject} = Promise.withResolvers<boolean>();
	server.once('error', (error: NodeJS.ErrnoException) => {
		if (error.code === 'EADDRINUSE') {
			resolve(false);
		} else {
			reject(error);
		}
	});
	// Without an address it is that of IPv6 and IPv4, or of IPv4 alone where that is all.
	server.listen(port, () => resolve(true));
	return promise;
}
