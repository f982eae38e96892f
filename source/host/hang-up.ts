import type {Socket} from 'node:net';

/** In milliseconds: a listener that was stopped must not hold whoever speaks. */
const patience = 1000;

/** Ends a conversation when the other side has heard all of it, or has had the time to. */
export async function hangUp(socket: Socket): Promise<void> {
	if (socket.closed) {
		return;
	}

	const {promise, resolve} = Promise.withResolvers<void>();
	socket.once('close', () => resolve());
	socket.end();
	const timer = setTimeout(() => socket.destroy(), patience);
	await promise;
	clearTimeout(timer);
}
