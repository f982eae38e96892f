import {once} from 'node:events';
import {rm} from 'node:fs/promises';
import {createServer, type Socket} from 'node:net';
import {createInterface} from 'node:readline';
import {hangUp} from '../host/hang-up.js';
import {lineOf} from '../host/json-lines.js';
import {makeOwnFolder} from '../host/own-files.js';
import {type News, type Request, readRequest} from './messages.js';

/** Where people and programs talk with a guard. */
export type GuardHub = {
	/** Tells everybody who listens, and whoever comes later. */
	readonly tell: (news: News) => void;
	/** What was told last. */
	readonly latest: () => News;
	readonly close: () => Promise<void>;
};

/**
 * Listens in a folder that only root can enter: whoever gets through may keep or undo.
 * @param path of the socket, which a guard that was killed may have left
 */
export async function openHub(
	path: string,
	folder: string,
	onRequest: (request: Request) => void,
): Promise<GuardHub> {
	let latest: News = {state: 'guarding'};
	const listeners = new Set<Socket>();
	const server = createServer(socket => {
		listeners.add(socket);
		socket.on('error', () => socket.destroy());
		socket.on('close', () => listeners.delete(socket));
		socket.write(lineOf(latest));
		createInterface({input: socket}).on('line', line => {
			const request = readRequest(line);
			if (request !== undefined) {
				onRequest(request);
			}
		});
	});
	await makeOwnFolder(folder);
	await rm(path, {force: true});
	server.listen(path);
	await once(server, 'listening');
	return {
		latest: () => latest,
		tell(news) {
			latest = news;
			for (const socket of listeners) {
				socket.write(lineOf(news));
			}
		},
		async close() {
			await rm(path, {force: true});
			await Promise.all([...listeners].map(hangUp));
			server.close();
		},
	};
}
