import {connect} from 'node:net';
import {join} from 'node:path';
import {lineOf, linesFrom} from '../host/json-lines.js';
import {late} from '../late.js';
import type {NamesReport} from './followed-name.js';
import type {NamesRequest} from './messages.js';

const loadMessages = late(() => import('./messages.js'));

/** Where the follower listens. */
export function namesSocket(run: string): string {
	return join(run, 'names.sock');
}

/** How long each answer may take, in milliseconds: what asks the DNS waits for it. */
const patience = {tell: 20_000, look: 20_000, refresh: 150_000} as const;

/** In characters: a thousand names with fifty addresses each need a tenth of it. */
const longestReport = 100_000_000;

/**
 * Asks whoever follows names here, and waits until what was asked is done; undefined where
 * nobody is there, or nobody answers.
 *
 * @param run the folder of the socket
 */
export async function askFollower(
	run: string,
	ask: NamesRequest['ask'],
): Promise<NamesReport | undefined> {
	const socket = connect(namesSocket(run));
	socket.on('error', () => socket.destroy());
	socket.write(lineOf({ask} satisfies NamesRequest));
	const timer = setTimeout(() => socket.destroy(), patience[ask]);
	try {
		for await (const line of linesFrom(socket, longestReport)) {
			const {readNamesReport} = await loadMessages();
			return readNamesReport(line);
		}

		return undefined;
	} finally {
		clearTimeout(timer);
		socket.destroy();
	}
}
