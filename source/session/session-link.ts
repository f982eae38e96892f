import {connect, type Socket} from 'node:net';
import {lineOf, linesFrom} from '../host/json-lines.js';
import type {Person} from '../host/person.js';
import {
	readSessionNews,
	type SessionEnd,
	type SessionNews,
	type SessionRequest,
	type SessionView,
} from './messages.js';

/** Another session, looked on at. */
export type SessionLink = {
	/** How it stood at the beginning. */
	readonly view: SessionView;
	/** How it stands, at each change; the last one is how it ended. */
	readonly news: AsyncIterable<SessionNews>;
	readonly takeOver: (by: Person) => void;
	readonly close: () => void;
};

/** In milliseconds: a session that was stopped never says a word. */
const patience = 1000;

/** In characters: the largest window has a smaller screen. */
const longestNews = 1_000_000;

/** Undefined where no session in the wizard answers. */
export async function findSession(path: string): Promise<SessionLink | undefined> {
	const socket = connect(path);
	socket.on('error', () => socket.destroy());
	const timer = setTimeout(() => socket.destroy(), patience);
	const news = newsFrom(socket);
	const {value: view} = await news.next();
	clearTimeout(timer);
	return view?.state === 'open'
		? {
				view,
				news,
				takeOver(by) {
					const request: SessionRequest = {ask: 'take-over', by};
					socket.write(lineOf(request));
				},
				close: () => socket.destroy(),
			}
		: undefined;
}

/** A session that says no more was lost, however much it still had to say. */
const lost: SessionEnd = {state: 'lost'};

async function* newsFrom(socket: Socket): AsyncGenerator<SessionNews, undefined> {
	for await (const line of linesFrom(socket, longestNews)) {
		const news = readSessionNews(line);
		if (news !== undefined) {
			yield news;
		}

		if (news !== undefined && news.state !== 'open') {
			return;
		}
	}

	yield lost;
}
