import {connect, type Socket} from 'node:net';
import {type Address, formatAddress} from '../../addresses/address.js';
import {codeOf} from '../../host/file-errors.js';
import {answerLimit, type Dialled, dialledSince, repeatAfter} from './dial-outcome.js';

/** A TCP connection, or why there is none. */
export type Opened = {readonly dialled: Dialled; readonly socket: Socket | undefined};

export type OpenOptions = {
	readonly signal: AbortSignal;
	/** The port of this side; any free one unless told. */
	readonly localPort?: number;
};

/**
 * Opens a TCP connection: the first of up to four, begun a second apart, whose SYN is not
 * lost. Whoever gets the socket has to destroy it; an error on it that nobody listens for is
 * passed over.
 * @throws the signal's reason when it is called off
 */
export async function openTcp(
	address: Address,
	port: number,
	{signal, localPort}: OpenOptions,
): Promise<Opened> {
	signal.throwIfAborted();
	const start = performance.now();
	const limit = AbortSignal.any([signal, AbortSignal.timeout(answerLimit)]);
	const {promise, resolve} = Promise.withResolvers<Socket | string>();
	const sockets: Socket[] = [];
	const dial = () => {
		const socket = connect({
			host: formatAddress(address),
			port,
			...(localPort === undefined ? {} : {localPort}),
		});
		socket.once('connect', () => resolve(socket));
		socket.on('error', error => resolve(codeOf(error) ?? error.message));
		sockets.push(socket);
	};
	const giveUp = () => resolve('ETIMEDOUT');
	limit.addEventListener('abort', giveUp, {once: true});
	dial();
	// One port has one connection to the same place.
	const timer = localPort === undefined ? setInterval(dial, repeatAfter) : undefined;
	const first = await promise;
	clearInterval(timer);
	limit.removeEventListener('abort', giveUp);
	const socket = typeof first === 'string' || signal.aborted ? undefined : first;
	for (const other of sockets.filter(each => each !== socket)) {
		other.destroy();
	}

	signal.throwIfAborted();
	const code = typeof first === 'string' ? first : undefined;
	return {dialled: dialledSince(start, code), socket};
}
