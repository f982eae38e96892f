import {randomBytes} from 'node:crypto';
import {createSocket} from 'node:dgram';
import {type Address, formatAddress} from '../addresses/address.js';
import {codeOf} from '../host/files.js';
import {answerLimit, type DialOutcome, outcomeOf} from './dial-tcp.js';
import {parseTimeReply, requestPacket, type TimeReply} from './sntp.js';

export type TimeAnswer = {
	readonly outcome: DialOutcome;
	readonly code: string | undefined;
	readonly reply: TimeReply | undefined;
	readonly milliseconds: number;
};

/** When the question is asked again, in milliseconds: a datagram may be lost. */
const repeatAfter = 1000;

/** One SNTP exchange (RFC 5905 section 14), asked up to four times within 3.5 s. */
export async function askTime(
	address: Address,
	port: number,
	signal: AbortSignal,
): Promise<TimeAnswer> {
	const start = performance.now();
	const nonce = randomBytes(8);
	const socket = createSocket(address.family === 4 ? 'udp4' : 'udp6');
	const limit = AbortSignal.any([signal, AbortSignal.timeout(answerLimit)]);
	const {promise, resolve} = Promise.withResolvers<TimeReply | string>();
	const sentAt = {milliseconds: Date.now()};
	const ask = () => {
		sentAt.milliseconds = Date.now();
		socket.send(requestPacket(nonce), error => {
			if (error) {
				resolve(codeOf(error) ?? error.message);
			}
		});
	};

	const timer = setInterval(ask, repeatAfter);
	limit.addEventListener('abort', () => resolve('ETIMEDOUT'), {once: true});
	socket.on('error', error => resolve(codeOf(error) ?? error.message));
	socket.on('message', packet => {
		const reply = parseTimeReply(packet, nonce, sentAt.milliseconds, Date.now());
		if (reply !== undefined) {
			resolve(reply);
		}
	});
	// Connected, so that an ICMP "port unreachable" reaches us as an error.
	socket.connect(port, formatAddress(address), ask);

	const result = await promise;
	clearInterval(timer);
	socket.close();
	signal.throwIfAborted();
	const isReply = typeof result !== 'string';
	return {
		outcome: isReply ? 'connected' : outcomeOf(result),
		code: isReply ? undefined : result,
		reply: isReply ? result : undefined,
		milliseconds: Math.round(performance.now() - start),
	};
}
