import {once} from 'node:events';
import {connect, type Socket} from 'node:net';
import {setTimeout as delay} from 'node:timers/promises';
import {codeOf} from '../host/file-errors.js';
import {lineOf, linesFrom} from '../host/json-lines.js';
import {type News, type Request, readNews} from './messages.js';

/** A conversation with the guard of the pending trial. */
export type GuardLink = {
	readonly ask: (request: Request) => void;
	/** Each piece of news, until the guard hangs up. */
	readonly news: AsyncIterable<News>;
	readonly close: () => void;
};

/** Undefined when no guard listens. */
export async function findGuard(path: string): Promise<GuardLink | undefined> {
	const socket = connect(path);
	try {
		await once(socket, 'connect');
	} catch (error) {
		if (['ENOENT', 'ENOTDIR', 'ECONNREFUSED'].includes(codeOf(error) ?? '')) {
			return undefined;
		}

		throw error;
	}

	return linkOver(socket);
}

/** Waits until a guard listens, at most so many milliseconds. */
export async function awaitGuard(
	path: string,
	patience: number,
): Promise<GuardLink | undefined> {
	const end = performance.now() + patience;
	while (performance.now() < end) {
		const link = await findGuard(path);
		if (link !== undefined) {
			return link;
		}

		// It tells nobody when it begins to listen: it is another process, maybe of systemd.
		await delay(10);
	}

	return undefined;
}

function linkOver(socket: Socket): GuardLink {
	socket.on('error', () => socket.destroy());
	return {
		ask: request => void socket.write(lineOf(request)),
		news: newsFrom(socket),
		close: () => socket.destroy(),
	};
}

/** In characters: the news of a server with thousands of connections is shorter. */
const longestNews = 1_000_000;

async function* newsFrom(socket: Socket): AsyncGenerator<News> {
	for await (const line of linesFrom(socket, longestNews)) {
		const news = readNews(line);
		if (news !== undefined) {
			yield news;
		}
	}
}
