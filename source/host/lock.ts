import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {connect, createServer, type Server, type Socket} from 'node:net';
import * as z from 'zod';
import {Failure} from '../failure.js';
import {formatMoment} from '../moment.js';
import {describePerson, type Person} from './person.js';
import {personSchema, wordsSchema} from './person-schema.js';

/** Who holds the lock, since when, and for what. */
export type Holder = {
	readonly person: Person;
	readonly pid: number;
	/** ISO 8601, UTC. */
	readonly since: string;
	/** For example `the wizard`. */
	readonly doing: string;
};

export type Lock = {readonly release: () => Promise<void>};

/**
 * One session at a time may change this server. The lock is a socket in the kernel's
 * abstract namespace (unix(7)): it has no file, so the kernel frees it however its
 * process ends, and whoever finds it taken can ask it who holds it. Abstract sockets
 * belong to a network namespace, as the firewall does.
 *
 * @param state the folder that the session changes; another `--root` is another lock
 * @throws Failure `busy` with the holder's name, place and time
 */
export async function takeLock(state: string, holder: Holder): Promise<Lock> {
	const path = socketPath(state);
	const server = createServer(socket => {
		socket.on('error', () => socket.destroy());
		// Whoever asked and was stopped must not hold up the release.
		socket.setTimeout(patience, () => socket.destroy());
		socket.end(JSON.stringify(holder));
	});
	if (!(await isListening(server, path))) {
		throw busy(await askHolder(connect(abortable(path))));
	}

	// The lock alone is no reason to keep the process alive.
	server.unref();
	return {
		async release() {
			server.close();
			await once(server, 'close');
		},
	};
}

/** Such a name has at most 107 bytes, and a folder may have more. */
function socketPath(state: string): string {
	const digest = createHash('sha256').update(state).digest('hex');
	return `\0analytics-setup-${digest}`;
}

async function isListening(server: Server, path: string): Promise<boolean> {
	server.listen(path);
	try {
		await once(server, 'listening');
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
			return false;
		}

		throw error;
	}
}

/** Any local program could answer in the holder's place: its words are data. */
const holderSchema = z.object({
	person: personSchema,
	pid: z.int(),
	since: z.iso.datetime(),
	doing: wordsSchema,
});

/** How long a holder may take to answer, in milliseconds; a stopped one never does. */
const patience = 1000;

/**
 * Who holds the lock; nothing of a holder that does not answer.
 * @returns undefined where nobody does
 */
export async function findHolder(state: string): Promise<Partial<Holder> | undefined> {
	const socket = connect(abortable(socketPath(state)));
	try {
		await once(socket, 'connect');
	} catch {
		return undefined;
	}

	return (await askHolder(socket)) ?? {};
}

function abortable(path: string) {
	return {path, signal: AbortSignal.timeout(patience)};
}

async function askHolder(socket: Socket): Promise<Holder | undefined> {
	try {
		let text = '';
		for await (const chunk of socket.setEncoding('utf8')) {
			text += String(chunk);
		}

		return holderSchema.parse(JSON.parse(text));
	} catch {
		return undefined;
	}
}

function busy(holder: Holder | undefined): Failure {
	if (holder === undefined) {
		return new Failure(
			'busy',
			'Another session is changing this server, and does not answer.',
			{
				remedies: ['Look for another analytics-setup among the processes.'],
			},
		);
	}

	const {person, pid, since, doing} = holder;
	return new Failure(
		'busy',
		`${describePerson(person)} (process ${pid}) has been in ${doing} since ${formatMoment(since)}, and only one session at a time may change this server.`,
		{remedies: ['Wait until that session ends, or ask that person to leave it.']},
	);
}
