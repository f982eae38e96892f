import {randomBytes} from 'node:crypto';
import {createSocket} from 'node:dgram';
import {type Address, formatAddress} from '../../addresses/address.js';
import {codeOf} from '../../host/file-errors.js';
import {answerLimit, type DialOutcome, outcomeOf} from '../tcp/dial-outcome.js';
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
	signal.throwIfAborted();
	const start = performance.now();
	const socket = createSocket(address.family === 4 ? 'udp4' : 'udp6');
	const limit = AbortSignal.any([signal, AbortSignal.timeout(answerLimit)]);
	const {promise, resolve} = Promise.withResolvers<TimeReply | string>();
	const fail = (error: Error) => resolve(codeOf(error) ?? error.message);
	// A late answer to an earlier question is reckoned against that question's own time.
	const questions: Array<{readonly nonce: Buffer; readonly sentAt: number}> = [];
	const ask = () => {
		const question = {nonce: randomBytes(8), sentAt: Date.now()};
		questions.push(question);
		socket.send(requestPacket(question.nonce), error => {
			if (error) {
				fail(error);
			}
		});
	};

	let timer: NodeJS.Timeout | undefined;
	limit.addEventListener('abort', () => resolve('ETIMEDOUT'), {once: true});
	socket.on('error', fail);
	socket.on('message', packet => {
		const now = Date.now();
		const replies = questions.flatMap(
			({nonce, sentAt}) => parseTimeReply(packet, nonce, sentAt, now) ?? [],
		);
		if (replies[0] !== undefined) {
			resolve(replies[0]);
		}
	});
	socket.once('connect', () => {
		ask();
		timer = setInterval(ask, repeatAfter);
	});
	// Connected, so that an ICMP "port unreachable" reaches us as an error.
	socket.connect(port, formatAddress(address));

	const result = await promise;
	clearInterval(timer);
	socket.close();
	signal.throwIfAborted();
	const milliseconds = Math.round(performance.now() - start);
	return typeof result === 'string'
		? {outcome: outcomeOf(result), code: result, reply: undefined, milliseconds}
		: {outcome: 'connected', code: undefined, reply: result, milliseconds};
}
