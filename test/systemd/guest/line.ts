import {once} from 'node:events';
import {createServer, type Socket} from 'node:net';

/** A socket at which qemu is awaited: it comes when it starts, so nothing has to be tried. */
export async function lineAt(path: string): Promise<{
	readonly connected: Promise<Socket>;
	readonly close: () => void;
}> {
	const server = createServer();
	const connected = once(server, 'connection').then(([socket]: readonly Socket[]) => {
		if (socket === undefined) {
			throw new Error(`Nobody came to ${path}.`);
		}

		// Whoever is killed hangs up without a word.
		socket.on('error', () => undefined);
		return socket;
	});
	server.listen(path);
	await once(server, 'listening');
	return {connected, close: () => server.close()};
}
