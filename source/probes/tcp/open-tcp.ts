import {connect, type Socket} from 'node:net';
import {type Address, formatAddress} from '../../addresses/address.js';
import {codeOf} from '../../host/file-errors.js';
import {answerLimit, type Dialled, dialledSince} from './dial-outcome.js';

/** A TCP connection, or why there is none. */
export type Opened = {readonly dialled: Dialled; readonly socket: Socket | undefined};

export type OpenOptions = {
	readonly signal: AbortSignal;
	/** The port of this side; any free one unless told. */
	readonly localPort?: number;
};

/**
 * Opens a TCP connection. Whoever gets the socket has to destroy it; an error on it that
 * nobody listens for is passed over.
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
	const socket = connect({
		host: formatAddress(address),
		port,
		...(localPort === undefined ? {} : {localPort}),
	});
	const {promise, resolve} = Promise.withResolvers<string | undefined>();
	const giveUp = () => resolve('ETIMEDOUT');
	limit.addEventListener('abort', giveUp, {once: true});
	socket.once('connect', () => resolve(undefined));
	socket.on('error', error => resolve(codeOf(error) ?? error.message));
	const code = await promise;
	limit.removeEventListener('abort', giveUp);
	if (code !== undefined || signal.aborted) {
		socket.destroy();
	}

	signal.throwIfAborted();
	return {
		dialled: dialledSince(start, code),
		socket: code === undefined ? socket : undefined,
	};
}
