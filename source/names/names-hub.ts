import {once} from 'node:events';
import {rm} from 'node:fs/promises';
import {createServer, type Socket} from 'node:net';
import {dirname} from 'node:path';
import {hangUp} from '../host/hang-up.js';
import {lineOf, linesFrom} from '../host/json-lines.js';
import {makeOwnFolder} from '../host/own-files.js';
import type {NamesReport} from './followed-name.js';
import {type NamesRequest, readNamesRequest, reportAsJson} from './messages.js';

/** Where programs ask whoever follows names. */
export type NamesHub = {readonly close: () => Promise<void>};

/** In characters: no request is that long. */
const longestRequest = 1000;

/**
 * Listens in a folder that only root can enter.
 *
 * @param path of the socket, which a follower that was killed may have left
 * @param answer does what is asked, and never fails
 */
export async function openNamesHub(
	path: string,
	answer: (ask: NamesRequest['ask']) => Promise<NamesReport>,
): Promise<NamesHub> {
	const sockets = new Set<Socket>();
	const answers = new Set<Promise<NamesReport>>();
	const server = createServer(async socket => {
		sockets.add(socket);
		socket.on('error', () => socket.destroy());
		socket.on('close', () => sockets.delete(socket));
		for await (const line of linesFrom(socket, longestRequest)) {
			const request = readNamesRequest(line);
			if (request !== undefined) {
				const answered = answer(request.ask);
				answers.add(answered);
				socket.write(lineOf(reportAsJson(await answered)));
				answers.delete(answered);
			}
		}
	});
	await makeOwnFolder(dirname(path));
	await rm(path, {force: true});
	server.listen(path);
	await once(server, 'listening');
	return {
		async close() {
			// Before anything else: whoever asks from now on is answered by the next one.
			server.close();
			await rm(path, {force: true});
			// What was asked to end it is answered first.
			await Promise.all(answers);
			await Promise.all([...sockets].map(hangUp));
		},
	};
}
