import {once} from 'node:events';
import {chmod, rm} from 'node:fs/promises';
import {createServer, type Server, type Socket} from 'node:net';
import {dirname} from 'node:path';
import {hangUp} from '../host/hang-up.js';
import {lineOf, linesFrom} from '../host/json-lines.js';
import type {Lock} from '../host/lock.js';
import {makeOwnFolder} from '../host/own-files.js';
import type {Person} from '../host/person.js';
import {
	canBeTakenOver,
	readSessionRequest,
	type SessionEnd,
	type SessionNews,
	type SessionView,
} from './messages.js';

/** What a wizard says of itself to those who look on at it. */
export type OwnSession = {
	readonly tell: (change: Partial<SessionView>) => void;
	/** Calls a listener when somebody takes this session over, and gives what stops that. */
	readonly onTakenOver: (listener: (by: Person) => void) => () => void;
};

/** This session, and those who look on at it. */
export type SessionHub = OwnSession & {
	/** Gives the lock back, and tells how it ended; the first time counts. */
	readonly end: (how: SessionEnd) => Promise<void>;
};

/** In characters: no request is that long. */
const longestRequest = 1000;

/**
 * Lets others look on, and take over. Only the same user and root get through to it: the
 * folder is theirs alone.
 * @param path of the socket, which a session that was killed may have left
 * @param lock of this session: nobody else has that socket while it is held
 */
export async function openSessionHub(
	path: string,
	first: SessionView,
	lock: Lock,
): Promise<SessionHub> {
	let view = first;
	const outlets = new Map<Socket, (news: SessionNews) => void>();
	const listeners = new Set<(by: Person) => void>();
	const server = createServer(async socket => {
		socket.on('error', () => socket.destroy());
		socket.on('close', () => outlets.delete(socket));
		const send = outletTo(socket);
		outlets.set(socket, send);
		send(view);
		for await (const line of linesFrom(socket, longestRequest)) {
			const request = readSessionRequest(line);
			if (request !== undefined && canBeTakenOver(view)) {
				for (const listener of listeners) {
					listener(request.by);
				}
			}
		}
	});
	await listen(server, path);
	const end = async (how: SessionEnd) => {
		// Before another session may have its own socket there.
		server.close();
		await lock.release();
		await Promise.all(
			[...outlets].map(async ([socket, send]) => {
				send(how);
				await hangUp(socket);
			}),
		);
	};

	let ending: Promise<void> | undefined;
	return {
		tell(change) {
			view = {...view, ...change};
			for (const send of outlets.values()) {
				send(view);
			}
		},
		onTakenOver(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		async end(how) {
			ending ??= end(how);
			await ending;
		},
	};
}

/** A wizard that nobody can look on at is a wizard all the same. */
async function listen(server: Server, path: string): Promise<void> {
	try {
		await makeOwnFolder(dirname(path));
		await rm(path, {force: true});
		server.listen(path);
		await once(server, 'listening');
		await chmod(path, 0o600);
		// Being looked on at is no reason to keep the process alive.
		server.unref();
	} catch {
		server.close();
	}
}

/** Whoever reads slowly gets only the newest, and holds up nobody. */
function outletTo(socket: Socket): (news: SessionNews) => void {
	let waiting: SessionNews | undefined;
	socket.on('drain', () => {
		if (waiting !== undefined) {
			socket.write(lineOf(waiting));
			waiting = undefined;
		}
	});
	return news => {
		if (socket.writableNeedDrain) {
			waiting = news;
		} else {
			socket.write(lineOf(news));
		}
	};
}
