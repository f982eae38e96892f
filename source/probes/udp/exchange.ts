import {createSocket} from 'node:dgram';
import {type Address, formatAddress} from '../../addresses/address.js';
import {codeOf} from '../../host/file-errors.js';
import {
	answerLimit,
	type Dialled,
	dialledSince,
	repeatAfter,
} from '../tcp/dial-outcome.js';

/** What is sent, and what counts as an answer to it. */
export type Exchange<Answer> = {
	readonly address: Address;
	readonly port: number;
	/** The port of this side; any free one unless told. */
	readonly localPort?: number;
	/** The datagram to send; made anew each time that it is sent. */
	readonly question: () => Buffer;
	/** What a datagram says, or undefined when it is no answer. */
	readonly answerIn: (datagram: Buffer) => Answer | undefined;
};

/**
 * Asks by datagrams, up to four times within 3.5 s.
 * @throws the signal's reason when it is called off
 */
export async function exchange<Answer>(
	{address, port, localPort, question, answerIn}: Exchange<Answer>,
	signal: AbortSignal,
): Promise<{readonly dialled: Dialled; readonly answer: Answer | undefined}> {
	signal.throwIfAborted();
	const start = performance.now();
	const socket = createSocket(address.family === 4 ? 'udp4' : 'udp6');
	const limit = AbortSignal.any([signal, AbortSignal.timeout(answerLimit)]);
	const {promise, resolve} = Promise.withResolvers<{answer: Answer} | {code: string}>();
	const fail = (error: Error) => resolve({code: codeOf(error) ?? error.message});
	const ask = () =>
		socket.send(question(), error => {
			if (error) {
				fail(error);
			}
		});
	let timer: NodeJS.Timeout | undefined;
	limit.addEventListener('abort', () => resolve({code: 'ETIMEDOUT'}), {once: true});
	socket.on('error', fail);
	socket.on('message', datagram => {
		const answer = answerIn(datagram);
		if (answer !== undefined) {
			resolve({answer});
		}
	});
	socket.once('connect', () => {
		ask();
		timer = setInterval(ask, repeatAfter);
	});
	if (localPort !== undefined) {
		socket.bind({port: localPort, exclusive: true});
	}

	// Connected, so that an ICMP "port unreachable" reaches us as an error.
	socket.connect(port, formatAddress(address));
	const result = await promise;
	clearInterval(timer);
	socket.close();
	signal.throwIfAborted();
	return 'code' in result
		? {dialled: dialledSince(start, result.code), answer: undefined}
		: {dialled: dialledSince(start, undefined), answer: result.answer};
}
